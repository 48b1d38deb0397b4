-- What each collecting of a source gave, counted in the transactions of its rows.
-- Applied once, under the write lock, by Schema.

-- completed_ms is null while a collection goes on, and stays null where it was broken off.
CREATE TABLE collections (
  collection_id      bigint        IDENTITY NOT NULL CONSTRAINT collections_pk PRIMARY KEY,
  source             nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  began_ms           bigint        NOT NULL,
  completed_ms       bigint        NULL,
  items              bigint        NOT NULL CONSTRAINT collections_items DEFAULT 0,
  rows_stored        bigint        NOT NULL CONSTRAINT collections_rows_stored DEFAULT 0,
  rows_already_there bigint        NOT NULL CONSTRAINT collections_rows_already_there DEFAULT 0
);

CREATE INDEX collections_by_source ON collections (source, collection_id);

-- Items that did not simply count, by what became of them.
CREATE TABLE collection_outcomes (
  collection_id bigint        NOT NULL CONSTRAINT collection_outcomes_collection REFERENCES collections (collection_id),
  outcome       nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  [count]       bigint        NOT NULL,
  CONSTRAINT collection_outcomes_pk PRIMARY KEY CLUSTERED (collection_id, outcome)
);

-- JSON: each source that was ever collected, and whether its last collection was complete when the run was published.
ALTER TABLE runs ADD sources nvarchar(max) NOT NULL CONSTRAINT runs_sources DEFAULT N'[]';

UPDATE influencermap_schema SET version = 11;
