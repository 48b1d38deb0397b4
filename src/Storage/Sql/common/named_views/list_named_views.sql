-- NamedViewStore. Reads every request to see names, the last first.
SELECT
  view_id AS Id, caller AS Caller, purpose AS Purpose, reason AS Reason, requested_ms AS RequestedMs,
  approved_by AS ApprovedBy, approved_ms AS ApprovedMs, expires_ms AS ExpiresMs
FROM named_views
ORDER BY requested_ms DESC, view_id
