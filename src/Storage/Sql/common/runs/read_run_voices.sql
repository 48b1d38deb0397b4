-- RankingStore. A seek to the run, then its few rows.
SELECT v.attribute AS Attribute, v.name AS Name, v.low AS Low, v.high AS High
FROM runs r JOIN run_voices v ON v.run_number = r.run_number
WHERE r.run_id = @RunId
ORDER BY v.attribute, v.name
