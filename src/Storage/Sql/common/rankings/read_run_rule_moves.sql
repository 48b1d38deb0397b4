-- RankingStore. A seek to the run, then its few rows.
SELECT m."rule" AS "Rule", m.person_id AS PersonId, m.rank_with AS "With", m.rank_without AS "Without"
FROM runs r JOIN run_rule_moves m ON m.run_number = r.run_number
WHERE r.run_id = @RunId
ORDER BY m."rule", m.position
