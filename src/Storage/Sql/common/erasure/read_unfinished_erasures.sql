-- Erasure. All rows: as a rule there is none.
SELECT
  erasure_id AS Id, at_ms AS At, caller AS Caller, roles AS Roles, text_version AS TextVersion,
  person_keys AS PersonKeys
FROM unfinished_erasures
ORDER BY at_ms, erasure_id
