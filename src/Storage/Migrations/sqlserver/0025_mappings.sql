-- How a file is laid out is told once and kept under a name. Applied once, under the write lock, by Schema.

-- options is a JSON array of the words of the command line: names of columns, never what stands in them.
CREATE TABLE mappings (
  name     nvarchar(40)  COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT mappings_pk PRIMARY KEY CLUSTERED,
  purpose  nvarchar(20)  COLLATE Latin1_General_BIN2 NOT NULL,
  options  nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  saved_ms bigint        NOT NULL
);

UPDATE influencermap_schema SET version = 25;
