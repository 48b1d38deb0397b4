-- Keys for callers of the API where there is no identity provider. Applied once, under the write lock, by Schema.

-- secret_hash is SHA-256, in hexadecimal digits, of 256 random bits: nothing to guess, so nothing to stretch.
-- roles are separated by blanks; person_id is whose self-view the key opens, if anybody's.
CREATE TABLE api_keys (
  key_id      TEXT    PRIMARY KEY,
  secret_hash TEXT    NOT NULL,
  roles       TEXT    NOT NULL,
  person_id   INTEGER REFERENCES people (person_id),
  created_ms  INTEGER NOT NULL,
  expires_ms  INTEGER NOT NULL,
  revoked_ms  INTEGER
) STRICT;

PRAGMA user_version = 8;
