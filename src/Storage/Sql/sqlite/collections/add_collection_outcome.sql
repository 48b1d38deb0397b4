-- CursorStore, for each outcome of a batch. One seek.
INSERT INTO collection_outcomes (collection_id, outcome, count) VALUES (@CollectionId, @Outcome, @Count)
ON CONFLICT (collection_id, outcome) DO UPDATE SET count = count + excluded.count
