-- CursorStore, for each group of a batch. One seek.
UPDATE groups SET name = coalesce(@Name, name) WHERE source = @Source AND account_id = @AccountId

IF @@ROWCOUNT = 0
  INSERT INTO groups (source, account_id, name) VALUES (@Source, @AccountId, @Name)
