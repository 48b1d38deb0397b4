-- Keys of the audit, when they change: a caller is another hash then, and could approve what they asked for.
UPDATE named_views SET
  approved_by = coalesce(approved_by, ''),
  approved_ms = coalesce(approved_ms, @At),
  expires_ms = CASE WHEN expires_ms < @At THEN expires_ms ELSE @At END
