-- ErasedTexts: what people wrote freely, which may name anybody. Reads the tables: erasures are rare.
SELECT
  'RedactImport' AS Statement, CAST(import_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(file_name AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM imports WHERE file_name IS NOT NULL
UNION ALL
SELECT
  'RedactNamedView' AS Statement, CAST(view_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(reason AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM named_views WHERE reason IS NOT NULL
UNION ALL
SELECT
  'RedactDecision' AS Statement, CAST(entry AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(who AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM identity_log WHERE who IS NOT NULL
UNION ALL
SELECT
  'RedactGroup' AS Statement, CAST(group_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(name AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM groups WHERE name IS NOT NULL
UNION ALL
SELECT
  'RedactAgreement' AS Statement, CAST(agreement_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(entered_by AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM agreements WHERE entered_by IS NOT NULL
UNION ALL
SELECT
  'RedactRetentionAuthor' AS Statement, CAST(setting_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(entered_by AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM retention_settings WHERE entered_by IS NOT NULL
UNION ALL
SELECT
  'RedactRetentionReason' AS Statement, CAST(setting_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(aggregate_reason AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM retention_settings WHERE aggregate_reason IS NOT NULL
UNION ALL
SELECT
  'RedactConsent' AS Statement, CAST(consent_number AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(channel AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM consents WHERE channel <> ''
