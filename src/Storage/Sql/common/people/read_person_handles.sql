-- PeopleStore, before a collection. Reads every handle that a person owns; for collectors, never for scoring.
SELECT h.handle AS Handle, n.source_id AS SourceId, n.spelling AS Spelling, p.leave AS Leave
FROM account_handles h
JOIN accounts a ON a.account_id = h.account_id
JOIN person_names n ON n.person_id = a.person_id
JOIN people p ON p.person_id = a.person_id
ORDER BY h.account_id
