-- NamedViewStore, for each request that asks for names. One seek.
SELECT
  view_id AS Id, caller AS Caller, purpose AS Purpose, reason AS Reason, requested_ms AS RequestedMs,
  approved_by AS ApprovedBy, approved_ms AS ApprovedMs, expires_ms AS ExpiresMs
FROM named_views
WHERE view_id = @Id
