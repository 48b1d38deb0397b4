-- AccessStore: decisions on who is who. Reads the table: exports are rare.
SELECT
  l.at_ms AS AtMs, l.action AS Action, h.handle AS Handle, l.person_id AS FirstId, l.other_person_id AS SecondId,
  l.from_ms AS FromMs, l.to_ms AS ToMs, l.item_count AS ItemCount
FROM identity_log l
LEFT JOIN accounts a ON a.account_id = l.account_id
LEFT JOIN account_handles h ON h.account_id = a.account_id AND a.person_id = @PersonId
WHERE l.person_id = @PersonId OR l.other_person_id = @PersonId OR a.person_id = @PersonId
ORDER BY l.entry
