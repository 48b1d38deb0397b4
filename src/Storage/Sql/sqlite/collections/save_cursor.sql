-- CursorStore, for each cursor of a batch. One seek.
INSERT INTO cursors (source, scope, value, at_ms) VALUES (@Source, @Scope, @Value, @AtMs)
ON CONFLICT (source, scope) DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms
