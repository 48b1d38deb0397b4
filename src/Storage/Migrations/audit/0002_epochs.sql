-- From which row on the audit is hashed with which key. Applied once, under the write lock, by Schema.

-- key_check is a keyed hash of a constant. former_key is the key of the rows before, encrypted under this one; empty
-- for the first.
CREATE TABLE audit_epochs (
  from_sequence INTEGER PRIMARY KEY,
  key_check     TEXT NOT NULL,
  former_key    TEXT NOT NULL
) STRICT;

CREATE INDEX audit_keys_erased ON audit_keys (key_hash) WHERE person_key IS NULL;

PRAGMA application_id = 1231971905;
PRAGMA user_version = 2;
