-- For how long runs and the audit are kept. Applied once, under the write lock, by Schema.

-- aggregate_days is null where runs are kept as long as raw events; longer than those needs a reason or an agreement.
-- audit_days is null where the program's own default holds.
ALTER TABLE retention_settings ADD COLUMN aggregate_days INTEGER;
ALTER TABLE retention_settings ADD COLUMN aggregate_reason TEXT;
ALTER TABLE retention_settings ADD COLUMN audit_days INTEGER;

PRAGMA user_version = 19;
