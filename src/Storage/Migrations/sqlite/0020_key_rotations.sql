-- When the customer's key changed, and which pseudonymous keys people had before. Applied once, by Schema.

-- keeps_history is 1 where former keys stay on record, 0 where nothing leads from them to anybody any more.
CREATE TABLE key_rotations (
  rotation_number INTEGER PRIMARY KEY AUTOINCREMENT,
  rotated_ms      INTEGER NOT NULL,
  keeps_history   INTEGER NOT NULL
) STRICT;

-- By which a person finds in the audit who was shown them before; no request is answered by such a key.
CREATE TABLE former_keys (
  person_id  INTEGER NOT NULL REFERENCES people (person_id),
  person_key TEXT    NOT NULL,
  PRIMARY KEY (person_id, person_key)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 20;
