-- Schema, at every opening. Reads the file's first page. Without the write-ahead log a writer blocks the readers.
SELECT
  (SELECT application_id FROM pragma_application_id) AS ApplicationId,
  (SELECT user_version FROM pragma_user_version) AS Version,
  (SELECT count(*) FROM sqlite_schema) AS ObjectCount,
  (SELECT journal_mode <> 'wal' FROM pragma_journal_mode) AS ReadersWait
