-- IdentityStore, one row.
INSERT INTO identity_log
  (entry, at_ms, who, action, account_id, person_id, other_person_id, from_ms, to_ms, item_count, undoes)
VALUES
  (@Entry, @At, @Who, @Action, @AccountId, @PersonId, @OtherPersonId, @FromMs, @ToMs, @Items, @Undoes)
