-- GroupStore, and CursorStore where a source tells all its groups. Reads the groups of one source.
SELECT account_id AS AccountId, name AS Name FROM groups WHERE source = @Source ORDER BY account_id
