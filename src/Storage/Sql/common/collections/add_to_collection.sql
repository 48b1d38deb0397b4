-- CursorStore, for each batch. One seek.
UPDATE collections SET
  items = items + @Items,
  rows_stored = rows_stored + @Stored,
  rows_already_there = rows_already_there + @AlreadyThere
WHERE collection_id = @CollectionId
