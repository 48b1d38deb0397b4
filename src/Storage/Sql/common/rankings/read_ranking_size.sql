-- RankingStore. People that the run was saved with: a seek to the last row. Fewer rows: some were erased since.
SELECT coalesce(max(k.position) + 1, 0)
FROM rankings k JOIN runs r ON r.run_number = k.run_number
WHERE r.run_id = @RunId
