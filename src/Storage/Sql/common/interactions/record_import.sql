-- InteractionStore, once an import.
INSERT INTO imports
  (at_ms, file_name, format, sha256, rows_read, rows_stored, rows_already_there, rows_to_oneself, rows_bad,
   dropped)
VALUES (@At, @FileName, @Format, @Sha256, @RowsRead, @RowsStored, @RowsAlreadyThere, @RowsToOneself, @RowsBad,
  @Dropped)
