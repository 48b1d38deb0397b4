-- CollectionStore, once a source. One seek.
UPDATE collections SET completed_ms = @At WHERE collection_id = @CollectionId
