-- AuditStore, to check the chain: the rows after @After, as they lie.
SELECT TOP (@Take)
  sequence AS Sequence, at_ms AS AtMs, caller AS Caller, roles AS Roles, action AS Action, purpose AS Purpose,
  detail AS Detail, text_version AS TextVersion, keys_hash AS KeysHash, hash AS Hash
FROM audit
WHERE sequence > @After
ORDER BY sequence
