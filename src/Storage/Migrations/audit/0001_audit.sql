-- The audit of an embedded store, in a file of its own. Applied once, under the write lock, by Schema.
-- An audit made before this schema was, has these tables among those of a store, and begins with the next migration.

-- hash is HMAC-SHA-256 over the row before and this one: a row changed, left out or put in between breaks the chain.
-- keys_hash stands for the people shown; empty where nobody was.
CREATE TABLE audit (
  sequence     INTEGER PRIMARY KEY,
  at_ms        INTEGER NOT NULL,
  caller       TEXT    NOT NULL,
  roles        TEXT    NOT NULL,
  action       TEXT    NOT NULL,
  purpose      TEXT    NOT NULL,
  detail       TEXT    NOT NULL,
  text_version TEXT    NOT NULL,
  keys_hash    TEXT    NOT NULL,
  hash         TEXT    NOT NULL
) STRICT;

CREATE TRIGGER audit_rows_stay BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit rows stay as they are');
END;

CREATE TRIGGER audit_rows_are_kept BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit rows are kept');
END;

-- The people of a keys_hash, once for all rows that show the same. person_key is null after an erasure; key_hash, a
-- keyed hash of it, keeps the chain whole.
CREATE TABLE audit_keys (
  keys_hash  TEXT NOT NULL,
  key_hash   TEXT NOT NULL,
  person_key TEXT,
  PRIMARY KEY (keys_hash, key_hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_keys_by_person ON audit_keys (person_key);
CREATE INDEX audit_by_keys ON audit (keys_hash, sequence);

-- "InfA" in ASCII: tells an audit from a store.
PRAGMA application_id = 1231971905;
PRAGMA user_version = 1;
