-- GroupStore. Reads the people who belong to the groups of one source: a seek a member.
SELECT DISTINCT g.account_id AS AccountId, a.person_id AS PersonId
FROM groups g
CROSS JOIN group_members m ON m.group_id = g.group_id
CROSS JOIN accounts a ON a.account_id = m.member_account_id
WHERE g.source = @Source AND a.person_id IS NOT NULL
ORDER BY g.account_id, a.person_id
