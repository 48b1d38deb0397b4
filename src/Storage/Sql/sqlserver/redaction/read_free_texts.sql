-- ErasedTexts: what people wrote freely, which may name anybody. Reads the tables: erasures are rare.
SELECT
  'import' AS Place, CAST(import_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(file_name AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM imports WHERE file_name IS NOT NULL
UNION ALL
SELECT
  'named_view' AS Place, CAST(view_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(reason AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM named_views WHERE reason IS NOT NULL
UNION ALL
SELECT
  'decision' AS Place, CAST(entry AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(who AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM identity_log WHERE who IS NOT NULL
UNION ALL
SELECT
  'group' AS Place, CAST(group_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(name AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM groups WHERE name IS NOT NULL
UNION ALL
SELECT
  'agreement' AS Place, CAST(agreement_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(entered_by AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM agreements WHERE entered_by IS NOT NULL
UNION ALL
SELECT
  'retention_author' AS Place, CAST(setting_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(entered_by AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM retention_settings WHERE entered_by IS NOT NULL
UNION ALL
SELECT
  'retention_reason' AS Place, CAST(setting_id AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(aggregate_reason AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM retention_settings WHERE aggregate_reason IS NOT NULL
UNION ALL
SELECT
  'consent' AS Place, CAST(consent_number AS nvarchar(100)) COLLATE Latin1_General_BIN2 AS Id,
  CAST(channel AS nvarchar(max)) COLLATE Latin1_General_BIN2 AS Words
FROM consents WHERE channel <> ''
