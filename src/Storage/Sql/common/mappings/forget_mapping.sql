-- MappingStore. One seek.
DELETE FROM mappings WHERE name = @Name
