-- Cohorts are saved on purpose, and how much families are heard is known with its noise. Applied once, under the write
-- lock, by Schema.

-- A number stays with its members: the same wishes may be saved more than once on a run, by several callers.
ALTER TABLE cohorts DROP CONSTRAINT cohorts_by_wishes;
CREATE INDEX cohorts_by_run ON cohorts (run_number, wishes_hash);

-- "operator", or a keyed hash of the caller as the audit writes it; null = before it was kept.
ALTER TABLE cohorts ADD saved_by nvarchar(100) COLLATE Latin1_General_BIN2 NULL;

-- How much a group is heard for its size when chance draws the contacts again: the 90 % interval. A group without a row
-- has too few people for one, or the night drew nothing again.
CREATE TABLE run_voices (
  run_number bigint        NOT NULL CONSTRAINT run_voices_run REFERENCES runs (run_number),
  attribute  nvarchar(20)  COLLATE Latin1_General_BIN2 NOT NULL,
  name       nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  low        float         NOT NULL,
  high       float         NOT NULL,
  CONSTRAINT run_voices_pk PRIMARY KEY CLUSTERED (run_number, attribute, name)
);

UPDATE influencermap_schema SET version = 23;
