-- What people said of their own data: every act stays on record, the last by its own instant holds. Applied once.

-- state is ConsentState, external_contacts 0 or 1; null where the act does not speak of it.
-- channel is how the person said it, recorded_by the role that wrote it down, recorded_ms when.
CREATE TABLE consents (
  consent_number    bigint        IDENTITY NOT NULL CONSTRAINT consents_pk PRIMARY KEY,
  person_id         int           NOT NULL CONSTRAINT consents_person REFERENCES people (person_id),
  state             bigint        NULL,
  external_contacts bigint        NULL,
  text_version      nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  at_ms             bigint        NOT NULL,
  channel           nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  recorded_by       nvarchar(400) NOT NULL,
  recorded_ms       bigint        NOT NULL
);

CREATE INDEX consents_by_person ON consents (person_id, at_ms, consent_number);

UPDATE influencermap_schema SET version = 4;
