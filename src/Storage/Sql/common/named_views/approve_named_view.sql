-- NamedViewStore. One seek; nobody approves their own, and what is approved stays as it was approved.
UPDATE named_views SET approved_by = @ApprovedBy, approved_ms = @ApprovedAt, expires_ms = @ExpiresAt
WHERE view_id = @Id AND caller <> @ApprovedBy AND approved_ms IS NULL
