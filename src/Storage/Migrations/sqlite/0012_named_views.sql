-- Who asked to see names, what for, and who else agreed. Applied once, under the write lock, by Schema.

-- caller and approved_by are keyed hashes, as in the audit; expires_ms is set by the approval.
CREATE TABLE named_views (
  view_id      TEXT    PRIMARY KEY,
  caller       TEXT    NOT NULL,
  purpose      TEXT    NOT NULL,
  reason       TEXT    NOT NULL,
  requested_ms INTEGER NOT NULL,
  approved_by  TEXT,
  approved_ms  INTEGER,
  expires_ms   INTEGER
) STRICT;

PRAGMA user_version = 12;
