-- RetentionStore. The whole table: a company has a handful.
SELECT
  a.agreement_id AS Id, a.kind AS Kind, a.number AS Number, a.agreed AS Date, a.channels AS Channels,
  a.max_days AS MaxDays, a.expires AS Expires, a.entered_by AS EnteredBy, a.entered_ms AS EnteredAt,
  a.withdrawn_ms AS WithdrawnAt
FROM agreements a
ORDER BY a.agreement_id
