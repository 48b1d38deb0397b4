-- RetentionStore, once a choice of the operator. Earlier ones stay on record; the last counts.
INSERT INTO retention_settings
  (profile, raw_days, aggregate_days, aggregate_reason, entered_by, entered_ms)
VALUES
  (@Profile, @RawDays, @AggregateDays, @AggregateReason, @EnteredBy, @EnteredAt)
