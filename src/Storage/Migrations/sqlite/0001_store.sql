-- The first schema. Applied once, under the write lock, by Schema. Never edited after release: a change is a new file.
-- Names, addresses and handles live in person_names and account_handles alone; no scoring code reads those two.

CREATE TABLE people (
  person_id   INTEGER PRIMARY KEY,
  person_key  TEXT    NOT NULL UNIQUE,
  manager_id  INTEGER REFERENCES people (person_id),
  department  TEXT,
  site        TEXT,
  job_family  TEXT,
  level       INTEGER,
  start       TEXT,
  leave       TEXT,
  absent_from TEXT,
  absent_to   TEXT
) STRICT;

CREATE TABLE person_names (
  person_id INTEGER PRIMARY KEY REFERENCES people (person_id),
  source_id TEXT    NOT NULL UNIQUE,
  spelling  TEXT    NOT NULL,
  name      TEXT
) STRICT;

-- person_id is null for an account that belongs to nobody; kind is AccountKind.
CREATE TABLE accounts (
  account_id INTEGER PRIMARY KEY,
  person_id  INTEGER REFERENCES people (person_id),
  kind       INTEGER NOT NULL
) STRICT;

CREATE TABLE account_handles (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (account_id),
  handle     TEXT    NOT NULL UNIQUE
) STRICT;

-- Clustered by time: files in order of time append, and a window is read from one place.
-- The account ids carry no REFERENCES, which would cost two look-ups a row; the append checks them once.
-- audience_size 0 = not stated by the source.
CREATE TABLE interactions (
  at_ms             INTEGER NOT NULL,
  event_id          INTEGER NOT NULL,
  source_account_id INTEGER NOT NULL,
  target_account_id INTEGER NOT NULL,
  channel           INTEGER NOT NULL,
  role              INTEGER NOT NULL,
  audience_size     INTEGER NOT NULL,
  PRIMARY KEY (at_ms, event_id, source_account_id, target_account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  import_id          INTEGER PRIMARY KEY,
  at_ms              INTEGER NOT NULL,
  file_name          TEXT    NOT NULL,
  format             TEXT    NOT NULL,
  sha256             TEXT    NOT NULL,
  rows_read          INTEGER NOT NULL,
  rows_stored        INTEGER NOT NULL,
  rows_already_there INTEGER NOT NULL,
  rows_to_oneself    INTEGER NOT NULL,
  rows_bad           INTEGER NOT NULL
) STRICT;

-- The latest run has the greatest published_order: clocks may step back, this number does not.
CREATE TABLE runs (
  run_number        INTEGER PRIMARY KEY,
  run_id            TEXT    NOT NULL UNIQUE,
  published_order   INTEGER NOT NULL UNIQUE,
  published_ms      INTEGER NOT NULL,
  from_ms           INTEGER NOT NULL,
  to_ms             INTEGER NOT NULL,
  options           TEXT    NOT NULL,
  input_hash        TEXT    NOT NULL,
  options_hash      TEXT    NOT NULL,
  code_version      TEXT    NOT NULL,
  person_count      INTEGER NOT NULL,
  ranked_count      INTEGER NOT NULL,
  interaction_count INTEGER NOT NULL,
  tie_count         INTEGER NOT NULL,
  steps             TEXT    NOT NULL
) STRICT;

-- position is the 0-based order in which the ranking was given: by rank, then key, the unmeasurable last.
CREATE TABLE rankings (
  run_number             INTEGER NOT NULL REFERENCES runs (run_number),
  position               INTEGER NOT NULL,
  person_id              INTEGER NOT NULL REFERENCES people (person_id),
  rank                   INTEGER,
  score                  REAL    NOT NULL,
  betweenness_share      REAL    NOT NULL,
  reach_share            REAL    NOT NULL,
  page_rank_share        REAL    NOT NULL,
  betweenness            REAL    NOT NULL,
  betweenness_percentile REAL    NOT NULL,
  reach_two_steps        INTEGER NOT NULL,
  reach_two_steps_share  REAL    NOT NULL,
  harmonic_closeness     REAL    NOT NULL,
  page_rank              REAL    NOT NULL,
  degree                 INTEGER NOT NULL,
  strength               REAL    NOT NULL,
  level                  INTEGER NOT NULL,
  direct_reports         INTEGER NOT NULL,
  chart_place            INTEGER NOT NULL,
  surprise               REAL,
  PRIMARY KEY (run_number, position)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX rankings_by_person ON rankings (person_id, run_number);

CREATE TABLE run_ties (
  run_number       INTEGER NOT NULL REFERENCES runs (run_number),
  source_person_id INTEGER NOT NULL,
  target_person_id INTEGER NOT NULL,
  strength         REAL    NOT NULL,
  PRIMARY KEY (run_number, source_person_id, target_person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_hygiene (
  run_number INTEGER NOT NULL REFERENCES runs (run_number),
  position   INTEGER NOT NULL,
  rule       TEXT    NOT NULL,
  unit       TEXT    NOT NULL,
  count      INTEGER NOT NULL,
  reason     TEXT    NOT NULL,
  PRIMARY KEY (run_number, position)
) STRICT, WITHOUT ROWID;

-- "InfM" in ASCII: tells a store from any other SQLite file.
PRAGMA application_id = 1231971917;
PRAGMA user_version = 1;
