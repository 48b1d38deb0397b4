-- RetentionStore, once a choice of the operator. Earlier ones stay on record; the last counts.
INSERT INTO retention_settings (profile, raw_days, entered_by, entered_ms)
VALUES (@Profile, @RawDays, @EnteredBy, @EnteredMs)
