-- Schema, at every opening. Without READ_COMMITTED_SNAPSHOT a writer blocks the readers.
IF OBJECT_ID(N'influencermap_schema', N'U') IS NULL
  SELECT
    CAST(0 AS bigint) AS ApplicationId, CAST(0 AS bigint) AS Version,
    (SELECT count_big(*) FROM sys.tables) AS ObjectCount, CAST(0 AS bigint) AS ReadersWait
ELSE
  SELECT
    s.application_id AS ApplicationId, s.version AS Version,
    (SELECT count_big(*) FROM sys.tables) AS ObjectCount,
    (SELECT CAST(1 - d.is_read_committed_snapshot_on AS bigint) FROM sys.databases AS d WHERE d.name = DB_NAME())
      AS ReadersWait
  FROM influencermap_schema AS s
