-- Store, at every opening to write. Both tables are empty as a rule.
SELECT
  (SELECT count_big(*) FROM unfinished_erasures) AS Erasures,
  (SELECT count_big(*) FROM due_wipes) AS Wipes
