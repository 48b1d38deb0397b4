-- ErasedTexts: what people wrote freely, which may name anybody. Reads the tables: erasures are rare.
SELECT 'import' AS Place, CAST(import_id AS TEXT) AS Id, file_name AS Words
FROM imports WHERE file_name IS NOT NULL
UNION ALL
SELECT 'named_view' AS Place, CAST(view_id AS TEXT) AS Id, reason AS Words
FROM named_views WHERE reason IS NOT NULL
UNION ALL
SELECT 'decision' AS Place, CAST(entry AS TEXT) AS Id, who AS Words
FROM identity_log WHERE who IS NOT NULL
UNION ALL
SELECT 'group' AS Place, CAST(group_id AS TEXT) AS Id, name AS Words
FROM groups WHERE name IS NOT NULL
UNION ALL
SELECT 'agreement' AS Place, CAST(agreement_id AS TEXT) AS Id, entered_by AS Words
FROM agreements WHERE entered_by IS NOT NULL
UNION ALL
SELECT 'retention_author' AS Place, CAST(setting_id AS TEXT) AS Id, entered_by AS Words
FROM retention_settings WHERE entered_by IS NOT NULL
UNION ALL
SELECT 'retention_reason' AS Place, CAST(setting_id AS TEXT) AS Id, aggregate_reason AS Words
FROM retention_settings WHERE aggregate_reason IS NOT NULL
UNION ALL
SELECT 'consent' AS Place, CAST(consent_number AS TEXT) AS Id, channel AS Words
FROM consents WHERE channel <> ''
