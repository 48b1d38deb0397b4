-- Which keys rows depend on, erasures that are not finished yet, and what was deleted but may still lie in the files.
-- Applied once, under the write lock, by Schema.

-- key_check is a keyed hash of a constant: it tells the right key from another and nothing else. For the purpose
-- tombstones, sealed is their own key, encrypted under the key of the check; for pseudonyms it is empty.
CREATE TABLE store_keys (
  purpose   nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  key_check nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
  sealed    nvarchar(max) NOT NULL,
  CONSTRAINT store_keys_pk PRIMARY KEY (purpose, key_check)
);

-- From which row on the audit is hashed with which key. former_key is the key of the rows before, encrypted under this
-- one; empty for the first.
CREATE TABLE audit_epochs (
  from_sequence bigint        NOT NULL CONSTRAINT audit_epochs_pk PRIMARY KEY,
  key_check     nvarchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
  former_key    nvarchar(max) NOT NULL
);

CREATE INDEX audit_keys_erased ON audit_keys (key_hash, person_key);

-- Written with the deletion of the rows, removed when the audit says so: whoever opens the store next finishes it.
-- person_keys are separated by blanks.
CREATE TABLE unfinished_erasures (
  erasure_id   nvarchar(100)  COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT unfinished_erasures_pk PRIMARY KEY,
  at_ms        bigint         NOT NULL,
  caller       nvarchar(100)  NOT NULL,
  roles        nvarchar(1000) NOT NULL,
  text_version nvarchar(100)  NOT NULL,
  person_keys  nvarchar(max)  NOT NULL
);

-- place is store or audit. only_log is 1 where the pages are overwritten and the log could not be emptied.
CREATE TABLE due_wipes (
  place    nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT due_wipes_pk PRIMARY KEY,
  only_log bit           NOT NULL
);

UPDATE influencermap_schema SET version = 22;
