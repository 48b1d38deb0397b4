-- AuditStore, before rows are added and when they are checked. A row for each key that the audit has had.
SELECT from_sequence AS FromSequence, key_check AS KeyCheck, former_key AS FormerKey
FROM audit_epochs ORDER BY from_sequence
