-- CollectionStore. Reads the whole index: a row for each source and night.
SELECT
  c.collection_id AS Id, c.source AS Source, c.began_ms AS BeganAt, c.completed_ms AS CompletedAt, c.items AS Items,
  c.rows_stored AS Stored, c.rows_already_there AS AlreadyThere
FROM collections c
WHERE c.collection_id IN (SELECT max(collection_id) FROM collections GROUP BY source)
ORDER BY c.source
