-- Which keys rows depend on, erasures that are not finished yet, and what was deleted but may still lie in the files.
-- Applied once, under the write lock, by Schema.

-- key_check is a keyed hash of a constant: it tells the right key from another and nothing else. For the purpose
-- tombstones, sealed is their own key, encrypted under the key of the check; for pseudonyms it is empty.
CREATE TABLE store_keys (
  purpose   TEXT NOT NULL,
  key_check TEXT NOT NULL,
  sealed    TEXT NOT NULL,
  PRIMARY KEY (purpose, key_check)
) STRICT, WITHOUT ROWID;

-- From which row on the audit is hashed with which key. former_key is the key of the rows before, encrypted under this
-- one; empty for the first. Filled in the audit's own file, as the tables of 0010.
CREATE TABLE audit_epochs (
  from_sequence INTEGER PRIMARY KEY,
  key_check     TEXT NOT NULL,
  former_key    TEXT NOT NULL
) STRICT;

CREATE INDEX audit_keys_erased ON audit_keys (key_hash) WHERE person_key IS NULL;

-- Written with the deletion of the rows, removed when the audit says so: whoever opens the store next finishes it.
-- person_keys are separated by blanks.
CREATE TABLE unfinished_erasures (
  erasure_id   TEXT    PRIMARY KEY,
  at_ms        INTEGER NOT NULL,
  caller       TEXT    NOT NULL,
  roles        TEXT    NOT NULL,
  text_version TEXT    NOT NULL,
  person_keys  TEXT    NOT NULL
) STRICT;

-- place is store or audit. only_log is 1 where the file is written anew and its log could not be emptied.
CREATE TABLE due_wipes (
  place    TEXT    PRIMARY KEY,
  only_log INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 22;
