-- CollectionStore, for each source. A seek to the collection, then its few rows.
SELECT o.outcome AS Outcome, o."count" AS Count
FROM collection_outcomes o
WHERE o.collection_id = @CollectionId
ORDER BY o.outcome
