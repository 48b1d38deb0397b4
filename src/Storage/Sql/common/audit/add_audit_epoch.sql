-- AuditStore, with the first row and when the key changes. One row.
INSERT INTO audit_epochs (from_sequence, key_check, former_key) VALUES (@FromSequence, @KeyCheck, @FormerKey)
