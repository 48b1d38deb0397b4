-- MappingStore. Reads the whole table: a few rows.
SELECT name AS Name, purpose AS Purpose, options AS Options, saved_ms AS At FROM mappings ORDER BY name
