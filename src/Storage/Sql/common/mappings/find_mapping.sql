-- MappingStore. One seek.
SELECT name AS Name, purpose AS Purpose, options AS Options, saved_ms AS At FROM mappings WHERE name = @Name
