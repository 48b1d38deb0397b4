-- When the customer's key changed, and which pseudonymous keys people had before. Applied once, by Schema.

-- keeps_history is 1 where former keys stay on record, 0 where nothing leads from them to anybody any more.
CREATE TABLE key_rotations (
  rotation_number bigint IDENTITY NOT NULL CONSTRAINT key_rotations_pk PRIMARY KEY,
  rotated_ms      bigint NOT NULL,
  keeps_history   bit    NOT NULL
);

-- By which a person finds in the audit who was shown them before; no request is answered by such a key.
CREATE TABLE former_keys (
  person_id  int           NOT NULL CONSTRAINT former_keys_person REFERENCES people (person_id),
  person_key nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  CONSTRAINT former_keys_pk PRIMARY KEY CLUSTERED (person_id, person_key)
);

CREATE TYPE key_rows AS TABLE (
  PersonId int NOT NULL,
  [Key]    nvarchar(100) NOT NULL
);

UPDATE influencermap_schema SET version = 20;
