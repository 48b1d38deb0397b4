-- Keys for callers of the API where there is no identity provider. Applied once, under the write lock, by Schema.

-- secret_hash is SHA-256, in hexadecimal digits, of 256 random bits: nothing to guess, so nothing to stretch.
-- roles are separated by blanks; person_id is whose self-view the key opens, if anybody's.
CREATE TABLE api_keys (
  key_id      nvarchar(100)  COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT api_keys_pk PRIMARY KEY,
  secret_hash nvarchar(100)  NOT NULL,
  roles       nvarchar(1000) NOT NULL,
  person_id   int            NULL CONSTRAINT api_keys_person REFERENCES people (person_id),
  created_ms  bigint         NOT NULL,
  expires_ms  bigint         NOT NULL,
  revoked_ms  bigint         NULL
);

UPDATE influencermap_schema SET version = 8;
