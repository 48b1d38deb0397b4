-- RetentionStore. One seek: the last choice.
SELECT r.profile AS Profile, r.raw_days AS RawDays
FROM retention_settings r
WHERE r.setting_id = (SELECT max(setting_id) FROM retention_settings)
