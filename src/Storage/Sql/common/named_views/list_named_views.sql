-- NamedViewStore. Reads every request to see names, the last first.
SELECT
  view_id AS Id, caller AS Caller, purpose AS Purpose, reason AS Reason, requested_ms AS RequestedAt,
  approved_by AS ApprovedBy, expires_ms AS ExpiresAt
FROM named_views
ORDER BY requested_ms DESC, view_id
