-- For how long runs are kept. Applied once, under the write lock, by Schema.

-- aggregate_days is null where runs are kept as long as raw events; longer than those needs a reason or an agreement.
ALTER TABLE retention_settings ADD COLUMN aggregate_days INTEGER;
ALTER TABLE retention_settings ADD COLUMN aggregate_reason TEXT;

PRAGMA user_version = 19;
