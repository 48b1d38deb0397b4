-- CursorStore, before a collection. Reads every cursor of one source.
SELECT scope AS Scope, value AS Value FROM cursors WHERE source = @Source ORDER BY scope
