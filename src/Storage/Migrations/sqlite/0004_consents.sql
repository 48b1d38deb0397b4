-- What people said of their own data: every act stays on record, the last by its own instant holds. Applied once.

-- state is ConsentState, external_contacts 0 or 1; null where the act does not speak of it.
-- channel is how the person said it, recorded_by the role that wrote it down, recorded_ms when.
CREATE TABLE consents (
  consent_number    INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id         INTEGER NOT NULL REFERENCES people (person_id),
  state             INTEGER,
  external_contacts INTEGER,
  text_version      TEXT    NOT NULL,
  at_ms             INTEGER NOT NULL,
  channel           TEXT    NOT NULL,
  recorded_by       TEXT    NOT NULL,
  recorded_ms       INTEGER NOT NULL
) STRICT;

CREATE INDEX consents_by_person ON consents (person_id, at_ms, consent_number);

PRAGMA user_version = 4;
