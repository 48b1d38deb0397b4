-- Cohorts proposed: one for each run and set of wishes. Applied once, under the write lock, by Schema.

-- wishes and certificate are JSON; wishes_hash is of the wishes without the earlier cohort.
-- The last saved has the greatest cohort_number: asking again replaces the row.
CREATE TABLE cohorts (
  cohort_number INTEGER PRIMARY KEY AUTOINCREMENT,
  run_number    INTEGER NOT NULL REFERENCES runs (run_number),
  wishes_hash   TEXT    NOT NULL,
  saved_ms      INTEGER NOT NULL,
  wishes        TEXT    NOT NULL,
  certificate   TEXT    NOT NULL,
  UNIQUE (run_number, wishes_hash)
) STRICT;

-- Members first, then the wait list, each in order. gain is in people, on top of the members before.
CREATE TABLE cohort_members (
  cohort_number INTEGER NOT NULL REFERENCES cohorts (cohort_number) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  person_id     INTEGER NOT NULL REFERENCES people (person_id),
  is_waiting    INTEGER NOT NULL,
  gain          REAL    NOT NULL,
  PRIMARY KEY (cohort_number, position)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
