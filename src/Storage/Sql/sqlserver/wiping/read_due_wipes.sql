-- Wiping. Two rows at most.
SELECT place AS Place, CAST(only_log AS bigint) AS OnlyLog FROM due_wipes ORDER BY place
