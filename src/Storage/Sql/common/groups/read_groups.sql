-- CursorStore, where a source tells all its groups. Reads the groups of one source.
SELECT account_id FROM groups WHERE source = @Source ORDER BY account_id
