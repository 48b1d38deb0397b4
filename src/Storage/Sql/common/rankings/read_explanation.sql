-- RankingStore. A seek to the run, then to the person.
SELECT k.explanation
FROM runs r JOIN rankings k ON k.run_number = r.run_number
WHERE r.run_id = @RunId AND k.person_id = @PersonId
