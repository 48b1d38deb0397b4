-- CollectionStore, for each source of a run. A seek to the source, then its rows: one a night.
SELECT
  c.collection_id AS Id, c.source AS Source, c.began_ms AS BeganAt, c.completed_ms AS CompletedAt, c.items AS Items,
  c.rows_stored AS Stored, c.rows_already_there AS AlreadyThere
FROM collections c
WHERE c.source = @Source AND c.began_ms = @BeganAt
ORDER BY c.collection_id
LIMIT 1
