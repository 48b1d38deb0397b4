-- RankingStore. A seek to the run; counts its rows under the filters of page_ranking.
SELECT count(*)
FROM runs r JOIN rankings k USING (run_number) JOIN people p USING (person_id)
WHERE r.run_id = @RunId AND k.rank IS NOT NULL AND (@By <> 'Surprise' OR k.surprise IS NOT NULL)
  AND (@Department IS NULL OR p.department = @Department) AND (NOT @ExcludeManagers OR k.direct_reports = 0)
