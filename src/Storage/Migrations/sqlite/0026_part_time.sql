-- Part time, as the people file states it, so that fewer days at work do not weaken ties: fte is the share of full
-- time, working_days a sum of Weekdays (Sunday 1, Monday 2, Tuesday 4 …). Null where not stated.
-- Applied once, under the write lock, by Schema.

ALTER TABLE people ADD COLUMN fte REAL;
ALTER TABLE people ADD COLUMN working_days INTEGER;

PRAGMA user_version = 26;
