-- AccessStore: events from or to the person. Reads every row: exports are rare, and self-views keep their counts.
SELECT
  seen.at_ms AS AtMs, seen.channel AS Channel, seen.role AS Role, seen.audience_size AS AudienceSize,
  seen.minutes AS Minutes, seen.from_id AS FromId, seen.to_id AS ToId
FROM (
  SELECT i.at_ms, i.event_id, i.channel, i.role, i.audience_size, i.minutes,
    CASE
      WHEN EXISTS (SELECT 1 FROM account_tenures n WHERE n.account_id = i.source_account_id) THEN (
        SELECT n.person_id FROM account_tenures n
        WHERE n.account_id = i.source_account_id AND n.from_ms = (
          SELECT max(l.from_ms) FROM account_tenures l WHERE l.account_id = i.source_account_id AND l.from_ms <= i.at_ms))
      ELSE s.person_id END AS from_id,
    CASE
      WHEN EXISTS (SELECT 1 FROM account_tenures n WHERE n.account_id = i.target_account_id) THEN (
        SELECT n.person_id FROM account_tenures n
        WHERE n.account_id = i.target_account_id AND n.from_ms = (
          SELECT max(l.from_ms) FROM account_tenures l WHERE l.account_id = i.target_account_id AND l.from_ms <= i.at_ms))
      ELSE t.person_id END AS to_id
  FROM interactions i
  JOIN accounts s ON s.account_id = i.source_account_id
  JOIN accounts t ON t.account_id = i.target_account_id) AS seen
WHERE seen.from_id = @PersonId OR seen.to_id = @PersonId
ORDER BY seen.at_ms, seen.event_id
