-- RetentionStore. One seek: the last choice.
SELECT
  r.profile AS Profile, r.raw_days AS RawDays, r.aggregate_days AS AggregateDays,
  r.aggregate_reason AS AggregateReason
FROM retention_settings r
WHERE r.setting_id = (SELECT max(setting_id) FROM retention_settings)
