-- That people were erased, and when; nobody in particular. Applied once, under the write lock, by Schema.

-- What stays of an erased person is a keyed hash in place of each handle, so that files read again leave them out.
CREATE TABLE erasures (
  erasure_number INTEGER PRIMARY KEY AUTOINCREMENT,
  erased_ms      INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 14;
