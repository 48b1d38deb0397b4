-- IdentityStore. Reads every decision, the latest first, with readable ids: for operators only.
SELECT
  l.entry AS Entry, l.at_ms AS At, l.who AS Who, l.action AS Action, h.handle AS Handle, n.spelling AS Person,
  o.spelling AS OtherPerson, l.from_ms AS "From", l.to_ms AS "To", l.item_count AS Items, l.undoes AS Undoes,
  u.entry AS UndoneBy
FROM identity_log l
LEFT JOIN account_handles h ON h.account_id = l.account_id
LEFT JOIN person_names n ON n.person_id = l.person_id
LEFT JOIN person_names o ON o.person_id = l.other_person_id
LEFT JOIN identity_log u ON u.undoes = l.entry
ORDER BY l.entry DESC
