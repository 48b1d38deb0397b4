-- Whose night it is: one row, written by the process that has the lock of the night. Applied once, by Schema.
-- The lock itself is none of the database's: it ends with its process, this row only says whose it is.

CREATE TABLE night_holder (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  process_id INTEGER NOT NULL,
  host       TEXT    NOT NULL,
  since_ms   INTEGER NOT NULL
) STRICT;

INSERT INTO night_holder (one, process_id, host, since_ms) VALUES (1, 0, '', 0);

PRAGMA user_version = 13;
