-- AccessStore: groups that an account belongs to. Reads the table: exports are rare.
SELECT g.source AS Source, g.name AS GroupName
FROM group_members m JOIN groups g ON g.group_id = m.group_id JOIN accounts a ON a.account_id = m.member_account_id
WHERE a.person_id = @PersonId ORDER BY g.group_id
