-- DirectoryMerge and IdentityStore, a row for each statement about an account.
INSERT INTO account_claims (account_id, person_id, origin, from_ms, to_ms, entry)
VALUES (@AccountId, @PersonId, @Origin, @FromMs, @ToMs, @Entry)
