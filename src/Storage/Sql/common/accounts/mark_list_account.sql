-- CursorStore, for a group's id and each of its addresses. One seek.
UPDATE accounts SET kind = @Kind WHERE account_id = @AccountId AND person_id IS NULL
