-- Where each source of a tenant stands: delta links without their host, or the end of the last window. A cursor is
-- written in the transaction of the rows it stands for. A scope is an object id or the like, never an address.

CREATE TABLE cursors (
  source TEXT    NOT NULL,
  scope  TEXT    NOT NULL,
  value  TEXT    NOT NULL,
  at_ms  INTEGER NOT NULL,
  PRIMARY KEY (source, scope)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
