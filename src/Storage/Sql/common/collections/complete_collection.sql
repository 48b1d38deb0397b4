-- CollectionStore, once a source. One seek.
UPDATE collections SET completed_ms = @AtMs WHERE collection_id = @CollectionId
