-- For how long runs are kept. Applied once, under the write lock, by Schema.

-- aggregate_days is null where runs are kept as long as raw events; longer than those needs a reason or an agreement.
ALTER TABLE retention_settings ADD aggregate_days bigint NULL;
ALTER TABLE retention_settings ADD aggregate_reason nvarchar(1000) NULL;

UPDATE influencermap_schema SET version = 19;
