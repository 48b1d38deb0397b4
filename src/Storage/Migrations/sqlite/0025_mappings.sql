-- How a file is laid out is told once and kept under a name. Applied once, under the write lock, by Schema.

-- options is a JSON array of the words of the command line: names of columns, never what stands in them.
CREATE TABLE mappings (
  name     TEXT    NOT NULL PRIMARY KEY,
  purpose  TEXT    NOT NULL,
  options  TEXT    NOT NULL,
  saved_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 25;
