-- AccessStore, for a self-view, kept by its caller. Reads every row: interactions lie by time. Weeks begin on Mondays.
SELECT
  (seen.at_ms - 345600000) / 604800000 * 604800000 + 345600000 AS WeekMs, seen.channel AS Channel,
  sum(CASE WHEN seen.from_id = @PersonId THEN 1 ELSE 0 END) AS Sent,
  sum(CASE WHEN seen.to_id = @PersonId THEN 1 ELSE 0 END) AS Received
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
GROUP BY (seen.at_ms - 345600000) / 604800000 * 604800000 + 345600000, seen.channel
ORDER BY WeekMs DESC, seen.channel
