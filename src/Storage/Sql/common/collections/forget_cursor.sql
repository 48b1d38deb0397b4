-- CursorStore, when a source begins a scope anew. One seek.
DELETE FROM cursors WHERE source = @Source AND scope = @Scope
