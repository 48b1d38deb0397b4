-- Whose night it is: one row, written by the session that has the lock of the night. Applied once, by Schema.
-- The lock is sp_getapplock's: it ends with its session, this row only says whose it is.

CREATE TABLE night_holder (
  one        int           NOT NULL CONSTRAINT night_holder_pk PRIMARY KEY
    CONSTRAINT night_holder_is_one CHECK (one = 1),
  process_id bigint        NOT NULL,
  host       nvarchar(255) NOT NULL,
  since_ms   bigint        NOT NULL
);

INSERT INTO night_holder (one, process_id, host, since_ms) VALUES (1, 0, N'', 0);

UPDATE influencermap_schema SET version = 13;
