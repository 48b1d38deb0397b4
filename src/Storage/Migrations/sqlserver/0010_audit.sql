-- Who was shown whom, when and why, and who changed what. Applied once, under the write lock, by Schema.

-- hash is HMAC-SHA-256 over the row before and this one: a row changed, left out or put in between breaks the chain.
-- keys_hash stands for the people shown; empty where nobody was.
CREATE TABLE audit (
  sequence     bigint         NOT NULL CONSTRAINT audit_pk PRIMARY KEY,
  at_ms        bigint         NOT NULL,
  caller       nvarchar(100)  NOT NULL,
  roles        nvarchar(1000) NOT NULL,
  action       nvarchar(100)  NOT NULL,
  purpose      nvarchar(100)  NOT NULL,
  detail       nvarchar(max)  NOT NULL,
  text_version nvarchar(100)  NOT NULL,
  keys_hash    nvarchar(64)   COLLATE Latin1_General_BIN2 NOT NULL,
  hash         nvarchar(64)   COLLATE Latin1_General_BIN2 NOT NULL
);

CREATE INDEX audit_by_keys ON audit (keys_hash, sequence);

-- The people of a keys_hash, once for all rows that show the same. person_key is null after an erasure; key_hash, a
-- keyed hash of it, keeps the chain whole. Withhold UPDATE and DELETE on audit from the service's login.
CREATE TABLE audit_keys (
  keys_hash  nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
  key_hash   nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
  person_key nvarchar(100) COLLATE Latin1_General_BIN2 NULL,
  CONSTRAINT audit_keys_pk PRIMARY KEY (keys_hash, key_hash)
);

CREATE INDEX audit_keys_by_person ON audit_keys (person_key);

UPDATE influencermap_schema SET version = 10;
