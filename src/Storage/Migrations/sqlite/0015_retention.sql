-- How long raw events may be kept, and the agreements that lengthen it. Applied once, under the write lock, by Schema.

-- The last row counts; no row = no profile. raw_days is null where the profile and the agreements decide.
CREATE TABLE retention_settings (
  setting_id INTEGER PRIMARY KEY AUTOINCREMENT,
  profile    TEXT    NOT NULL,
  raw_days   INTEGER,
  entered_by TEXT    NOT NULL,
  entered_ms INTEGER NOT NULL
) STRICT;

-- kind is AgreementKind; channels are names separated by blanks, none = all. expires is the first day without it.
CREATE TABLE agreements (
  agreement_id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind         INTEGER NOT NULL,
  number       TEXT    NOT NULL,
  agreed       TEXT    NOT NULL,
  channels     TEXT    NOT NULL,
  max_days     INTEGER NOT NULL,
  expires      TEXT    NOT NULL,
  entered_by   TEXT    NOT NULL,
  entered_ms   INTEGER NOT NULL,
  withdrawn_ms INTEGER
) STRICT;

PRAGMA user_version = 15;
