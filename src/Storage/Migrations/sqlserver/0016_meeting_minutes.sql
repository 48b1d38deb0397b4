-- How long a meeting was, in minutes; 0 is not known. Applied once, under the write lock, by Schema.

ALTER TABLE interactions ADD minutes smallint NOT NULL CONSTRAINT interactions_minutes DEFAULT 0;

-- Always empty but within an append.
ALTER TABLE staged_interactions ADD minutes smallint NOT NULL;

UPDATE influencermap_schema SET version = 16;
