-- GroupStore. Reads the people who belong to the groups of one source: a seek a member.
SELECT DISTINCT m.group_account_id AS AccountId, a.person_id AS PersonId
FROM group_members m CROSS JOIN accounts a ON a.account_id = m.member_account_id
WHERE m.source = @Source AND a.person_id IS NOT NULL
ORDER BY m.group_account_id, a.person_id
