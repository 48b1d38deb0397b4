-- Cohorts proposed: one for each run and set of wishes. Applied once, under the write lock, by Schema.

-- wishes and certificate are JSON; wishes_hash is of the wishes without the earlier cohort.
-- The last saved has the greatest cohort_number: asking again replaces the row.
CREATE TABLE cohorts (
  cohort_number bigint        IDENTITY NOT NULL CONSTRAINT cohorts_pk PRIMARY KEY,
  run_number    bigint        NOT NULL CONSTRAINT cohorts_run REFERENCES runs (run_number),
  wishes_hash   nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  saved_ms      bigint        NOT NULL,
  wishes        nvarchar(max) NOT NULL,
  certificate   nvarchar(max) NOT NULL,
  CONSTRAINT cohorts_by_wishes UNIQUE (run_number, wishes_hash)
);

-- Members first, then the wait list, each in order. gain is in people, on top of the members before.
CREATE TABLE cohort_members (
  cohort_number bigint NOT NULL
    CONSTRAINT cohort_members_cohort REFERENCES cohorts (cohort_number) ON DELETE CASCADE,
  position      int    NOT NULL,
  person_id     int    NOT NULL CONSTRAINT cohort_members_person REFERENCES people (person_id),
  is_waiting    bit    NOT NULL,
  gain          float  NOT NULL,
  CONSTRAINT cohort_members_pk PRIMARY KEY CLUSTERED (cohort_number, position)
);

UPDATE influencermap_schema SET version = 3;
