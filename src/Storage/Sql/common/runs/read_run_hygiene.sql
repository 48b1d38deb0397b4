-- RankingStore. A seek to the run, then its few rows.
SELECT h."rule" AS "Rule", h.unit AS Unit, h.count AS Count, h.reason AS Reason, h.person_count AS PersonCount
FROM runs r JOIN run_hygiene h ON h.run_number = r.run_number
WHERE r.run_id = @RunId
ORDER BY h.position
