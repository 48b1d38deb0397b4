-- GroupStore. Reads the people who belong to the groups of one source: a seek a member.
SELECT DISTINCT CAST(g.account_id AS bigint) AS AccountId, CAST(a.person_id AS bigint) AS PersonId
FROM groups g
JOIN group_members m ON m.group_id = g.group_id
JOIN accounts a ON a.account_id = m.member_account_id
WHERE g.source = @Source AND a.person_id IS NOT NULL
ORDER BY AccountId, PersonId
