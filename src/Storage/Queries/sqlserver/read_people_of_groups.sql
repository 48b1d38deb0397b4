-- GroupStore. Reads the people who belong to the groups of one source: a seek a member.
SELECT DISTINCT CAST(m.group_account_id AS bigint) AS AccountId, CAST(a.person_id AS bigint) AS PersonId
FROM group_members m JOIN accounts a ON a.account_id = m.member_account_id
WHERE m.source = @Source AND a.person_id IS NOT NULL
ORDER BY AccountId, PersonId
