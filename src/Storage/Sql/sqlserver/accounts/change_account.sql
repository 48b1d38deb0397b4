-- DirectoryMerge, once for all accounts whose kind the directory states anew. A seek each.
UPDATE a SET kind = r.Kind FROM accounts AS a JOIN @account_rows AS r ON r.AccountId = a.account_id
