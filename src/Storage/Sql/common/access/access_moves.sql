-- AccessStore: places with a rule and without. Reads the table: exports are rare.
SELECT r.run_id AS RunId, m."rule" AS RuleName, m.position AS Position,
  m.rank_with AS RankWith, m.rank_without AS RankWithout
FROM run_rule_moves m JOIN runs r ON r.run_number = m.run_number
WHERE m.person_id = @PersonId ORDER BY r.published_order, m."rule"
