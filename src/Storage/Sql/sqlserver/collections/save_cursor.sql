-- CursorStore, for each cursor of a batch. One seek.
UPDATE cursors SET value = @Value, at_ms = @AtMs WHERE source = @Source AND scope = @Scope

IF @@ROWCOUNT = 0
  INSERT INTO cursors (source, scope, value, at_ms) VALUES (@Source, @Scope, @Value, @AtMs)
