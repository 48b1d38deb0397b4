-- RankingStore. A seek to the person, one for each run; sorts that person's runs only.
SELECT
  r.run_id AS RunId, r.published_ms AS PublishedAt, r.from_ms AS "From", r.to_ms AS "To", k.rank AS Rank,
  k.score AS Score,
  r.ranked_count AS RankedCount
FROM rankings k CROSS JOIN runs r USING (run_number)
WHERE k.person_id = @PersonId
ORDER BY r.published_order DESC
LIMIT @Take
