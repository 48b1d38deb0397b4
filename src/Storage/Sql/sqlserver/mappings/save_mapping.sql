-- MappingStore. One seek.
UPDATE mappings SET purpose = @Purpose, options = @Options, saved_ms = @At WHERE name = @Name

IF @@ROWCOUNT = 0
  INSERT INTO mappings (name, purpose, options, saved_ms) VALUES (@Name, @Purpose, @Options, @At)
