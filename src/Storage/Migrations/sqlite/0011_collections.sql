-- What each collecting of a source gave, counted in the transactions of its rows. Applied once, under the write lock.

-- completed_ms is null while a collection goes on, and stays null where it was broken off.
CREATE TABLE collections (
  collection_id      INTEGER PRIMARY KEY AUTOINCREMENT,
  source             TEXT    NOT NULL,
  began_ms           INTEGER NOT NULL,
  completed_ms       INTEGER,
  items              INTEGER NOT NULL DEFAULT 0,
  rows_stored        INTEGER NOT NULL DEFAULT 0,
  rows_already_there INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX collections_by_source ON collections (source, collection_id);

-- Items that did not simply count, by what became of them.
CREATE TABLE collection_outcomes (
  collection_id INTEGER NOT NULL REFERENCES collections (collection_id),
  outcome       TEXT    NOT NULL,
  count         INTEGER NOT NULL,
  PRIMARY KEY (collection_id, outcome)
) STRICT, WITHOUT ROWID;

-- JSON: each source that was ever collected, and whether its last collection was complete when the run was published.
ALTER TABLE runs ADD COLUMN sources TEXT NOT NULL DEFAULT '[]';

PRAGMA user_version = 11;
