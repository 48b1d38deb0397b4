-- Where each source of a tenant stands: delta links without their host, or the end of the last window. A cursor is
-- written in the transaction of the rows it stands for. A scope is an object id or the like, never an address.

CREATE TABLE cursors (
  source nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  scope  nvarchar(350) COLLATE Latin1_General_BIN2 NOT NULL,
  value  nvarchar(max) NOT NULL,
  at_ms  bigint        NOT NULL,
  CONSTRAINT cursors_pk PRIMARY KEY CLUSTERED (source, scope)
);

UPDATE influencermap_schema SET version = 2;
