-- AuditStore, before rows are added. Two seeks.
SELECT sequence AS Sequence, hash AS Hash FROM audit WHERE sequence = (SELECT max(sequence) FROM audit)
