-- RankingStore, for each person who is excluded. A seek to the person, one for each of their runs.
SELECT r.run_id AS RunId, coalesce(k.rank, 0) AS Rank
FROM rankings k JOIN runs r ON r.run_number = k.run_number
WHERE k.person_id = @PersonId
