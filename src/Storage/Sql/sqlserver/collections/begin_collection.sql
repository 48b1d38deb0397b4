-- CollectionStore, once a source. Gives the collection's number.
INSERT INTO collections (source, began_ms)
OUTPUT inserted.collection_id
VALUES (@Source, @At)
