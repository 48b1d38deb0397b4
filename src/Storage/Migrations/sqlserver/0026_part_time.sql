-- Part time, as the people file states it, so that fewer days at work do not weaken ties: fte is the share of full
-- time, working_days a sum of Weekdays (Sunday 1, Monday 2, Tuesday 4 …). Null where not stated.
-- Applied once, under the write lock, by Schema.

ALTER TABLE people ADD fte float NULL;
ALTER TABLE people ADD working_days int NULL;

DROP TYPE person_rows;

CREATE TYPE person_rows AS TABLE (
  Id          int NOT NULL,
  [Key]       nvarchar(100) NOT NULL,
  ManagerId   int NULL,
  Department  nvarchar(400) NULL,
  Site        nvarchar(400) NULL,
  JobFamily   nvarchar(400) NULL,
  Level       int NULL,
  Start       date NULL,
  Leave       date NULL,
  AbsentFrom  date NULL,
  AbsentTo    date NULL,
  Fte         float NULL,
  WorkingDays int NULL
);

UPDATE influencermap_schema SET version = 26;
