-- InteractionAppend, before its rows: where bulk copy puts them. It ends with the connection's use.
CREATE TABLE #interactions (
  ordinal           bigint  NOT NULL,
  at_ms             bigint  NOT NULL,
  event_id          bigint  NOT NULL,
  source_account_id int     NOT NULL,
  target_account_id int     NOT NULL,
  channel           tinyint NOT NULL,
  role              tinyint NOT NULL,
  audience_size     int     NOT NULL
)
