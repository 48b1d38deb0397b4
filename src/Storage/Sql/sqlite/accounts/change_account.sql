-- DirectoryMerge, a row for each account whose kind the directory states anew. One seek.
UPDATE accounts SET kind = @Kind WHERE account_id = @AccountId
