-- NamedViewStore, for each request that asks for names. One seek.
SELECT
  view_id AS Id, caller AS Caller, purpose AS Purpose, reason AS Reason, requested_ms AS RequestedAt,
  approved_by AS ApprovedBy, expires_ms AS ExpiresAt
FROM named_views
WHERE view_id = @Id
