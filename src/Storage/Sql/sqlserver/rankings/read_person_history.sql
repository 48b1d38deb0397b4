-- RankingStore. A seek to the person, one for each run; sorts that person's runs only.
SELECT TOP (@Take)
  r.run_id AS RunId, r.published_ms AS PublishedAt, r.from_ms AS "From", r.to_ms AS "To",
  CAST(k.rank AS bigint) AS Rank, k.score AS Score, r.ranked_count AS RankedCount
FROM rankings k JOIN runs r ON r.run_number = k.run_number
WHERE k.person_id = @PersonId
ORDER BY r.published_order DESC
