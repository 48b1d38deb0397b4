-- CursorStore, for each group of a batch. One seek.
INSERT INTO groups (source, account_id, name) VALUES (@Source, @AccountId, @Name)
ON CONFLICT (source, account_id) DO UPDATE SET name = coalesce(excluded.name, groups.name)
