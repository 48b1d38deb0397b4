-- AccessStore: the accounts. Reads the table: exports are rare.
SELECT kind AS AccountKind FROM accounts WHERE person_id = @PersonId ORDER BY account_id
