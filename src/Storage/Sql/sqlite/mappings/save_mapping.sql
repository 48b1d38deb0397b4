-- MappingStore. One seek.
INSERT INTO mappings (name, purpose, options, saved_ms) VALUES (@Name, @Purpose, @Options, @At)
ON CONFLICT (name) DO UPDATE SET purpose = excluded.purpose, options = excluded.options, saved_ms = excluded.saved_ms
