-- ErasedTexts: what people wrote freely, which may name anybody. Reads the tables: erasures are rare.
SELECT 'RedactImport' AS Statement, CAST(import_id AS TEXT) AS Id, file_name AS Words
FROM imports WHERE file_name IS NOT NULL
UNION ALL
SELECT 'RedactNamedView' AS Statement, CAST(view_id AS TEXT) AS Id, reason AS Words
FROM named_views WHERE reason IS NOT NULL
UNION ALL
SELECT 'RedactDecision' AS Statement, CAST(entry AS TEXT) AS Id, who AS Words
FROM identity_log WHERE who IS NOT NULL
UNION ALL
SELECT 'RedactGroup' AS Statement, CAST(group_id AS TEXT) AS Id, name AS Words
FROM groups WHERE name IS NOT NULL
UNION ALL
SELECT 'RedactAgreement' AS Statement, CAST(agreement_id AS TEXT) AS Id, entered_by AS Words
FROM agreements WHERE entered_by IS NOT NULL
UNION ALL
SELECT 'RedactRetentionAuthor' AS Statement, CAST(setting_id AS TEXT) AS Id, entered_by AS Words
FROM retention_settings WHERE entered_by IS NOT NULL
UNION ALL
SELECT 'RedactRetentionReason' AS Statement, CAST(setting_id AS TEXT) AS Id, aggregate_reason AS Words
FROM retention_settings WHERE aggregate_reason IS NOT NULL
UNION ALL
SELECT 'RedactConsent' AS Statement, CAST(consent_number AS TEXT) AS Id, channel AS Words
FROM consents WHERE channel <> ''
