-- AuditStore, a page: the rows before @Before, the last first.
SELECT
  sequence AS Sequence, at_ms AS AtMs, caller AS Caller, roles AS Roles, action AS Action, purpose AS Purpose,
  detail AS Detail, text_version AS TextVersion, keys_hash AS KeysHash, hash AS Hash
FROM audit
WHERE sequence < @Before
ORDER BY sequence DESC
LIMIT @Take
