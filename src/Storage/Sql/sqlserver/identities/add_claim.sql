-- DirectoryMerge and IdentityStore, once for all new statements about accounts, in their order.
INSERT INTO account_claims (account_id, person_id, origin, from_ms, to_ms, entry)
SELECT AccountId, PersonId, Origin, FromMs, ToMs, Entry FROM @claim_rows
