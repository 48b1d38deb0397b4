-- Store, at every opening to write. Both tables are empty as a rule.
SELECT
  (SELECT count(*) FROM unfinished_erasures) AS Erasures,
  (SELECT count(*) FROM due_wipes) AS Wipes
