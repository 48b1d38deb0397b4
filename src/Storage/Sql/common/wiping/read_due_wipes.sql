-- Wiping. Two rows at most.
SELECT place AS Place, only_log AS OnlyLog FROM due_wipes ORDER BY place
