-- Cohorts are saved on purpose, and how much families are heard is known with its noise. Applied once, under the write
-- lock, by Schema.

-- A number stays with its members: the same wishes may be saved more than once on a run, by several callers.
-- saved_by is "operator", or a keyed hash of the caller as the audit writes it; null = before it was kept.
CREATE TABLE saved_cohorts (
  cohort_number INTEGER PRIMARY KEY AUTOINCREMENT,
  run_number    INTEGER NOT NULL REFERENCES runs (run_number),
  wishes_hash   TEXT    NOT NULL,
  saved_ms      INTEGER NOT NULL,
  saved_by      TEXT,
  wishes        TEXT    NOT NULL,
  certificate   TEXT    NOT NULL
) STRICT;

INSERT INTO saved_cohorts (cohort_number, run_number, wishes_hash, saved_ms, wishes, certificate)
SELECT cohort_number, run_number, wishes_hash, saved_ms, wishes, certificate FROM cohorts;

-- Before the table that they refer to: its rows would take theirs along.
CREATE TABLE saved_cohort_members (
  cohort_number INTEGER NOT NULL REFERENCES saved_cohorts (cohort_number) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  person_id     INTEGER NOT NULL REFERENCES people (person_id),
  is_waiting    INTEGER NOT NULL,
  gain          REAL    NOT NULL,
  PRIMARY KEY (cohort_number, position)
) STRICT, WITHOUT ROWID;

INSERT INTO saved_cohort_members (cohort_number, position, person_id, is_waiting, gain)
SELECT cohort_number, position, person_id, is_waiting, gain FROM cohort_members;

DROP TABLE cohort_members;
DROP TABLE cohorts;
ALTER TABLE saved_cohorts RENAME TO cohorts;
ALTER TABLE saved_cohort_members RENAME TO cohort_members;
CREATE INDEX cohorts_by_run ON cohorts (run_number, wishes_hash);

-- How much a group is heard for its size when chance draws the contacts again: the 90 % interval. A group without a row
-- has too few people for one, or the night drew nothing again.
CREATE TABLE run_voices (
  run_number INTEGER NOT NULL REFERENCES runs (run_number),
  attribute  TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  low        REAL    NOT NULL,
  high       REAL    NOT NULL,
  PRIMARY KEY (run_number, attribute, name)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 23;
