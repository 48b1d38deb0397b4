-- CollectionStore, once a source. Gives the collection's number.
INSERT INTO collections (source, began_ms) VALUES (@Source, @At)
RETURNING collection_id
