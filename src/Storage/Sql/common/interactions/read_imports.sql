-- InteractionStore. Reads every import, the latest first.
SELECT
  at_ms AS At, file_name AS FileName, format AS Format, sha256 AS Sha256, rows_read AS RowsRead,
  rows_stored AS RowsStored, rows_already_there AS RowsAlreadyThere,
  rows_to_oneself AS RowsToOneself, rows_bad AS RowsBad,
  dropped AS Dropped
FROM imports
ORDER BY import_id DESC
