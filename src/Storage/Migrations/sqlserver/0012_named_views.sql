-- Who asked to see names, what for, and who else agreed. Applied once, under the write lock, by Schema.

-- caller and approved_by are keyed hashes, as in the audit; expires_ms is set by the approval.
CREATE TABLE named_views (
  view_id      nvarchar(64)   COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT named_views_pk PRIMARY KEY,
  caller       nvarchar(100)  COLLATE Latin1_General_BIN2 NOT NULL,
  purpose      nvarchar(100)  NOT NULL,
  reason       nvarchar(1000) NOT NULL,
  requested_ms bigint         NOT NULL,
  approved_by  nvarchar(100)  COLLATE Latin1_General_BIN2 NULL,
  approved_ms  bigint         NULL,
  expires_ms   bigint         NULL
);

UPDATE influencermap_schema SET version = 12;
