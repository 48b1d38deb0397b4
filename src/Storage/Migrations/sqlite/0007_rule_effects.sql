-- Why somebody has no rank, whom each rule touched, and how the head of the ranking moves without it.
-- Applied once, under the write lock, by Schema.

-- Name of the rule by which the sources cannot measure the person; null with a rank.
ALTER TABLE rankings ADD COLUMN not_measurable TEXT;

ALTER TABLE run_hygiene ADD COLUMN person_count INTEGER NOT NULL DEFAULT 0;

-- A rule without a row was not ranked without.
CREATE TABLE run_rule_effects (
  run_number    INTEGER NOT NULL REFERENCES runs (run_number),
  position      INTEGER NOT NULL,
  rule          TEXT    NOT NULL,
  changed_count INTEGER NOT NULL,
  largest_move  INTEGER NOT NULL,
  PRIMARY KEY (run_number, rule)
) STRICT, WITHOUT ROWID;

-- Places with the rule and without; null = not ranked.
CREATE TABLE run_rule_moves (
  run_number   INTEGER NOT NULL REFERENCES runs (run_number),
  rule         TEXT    NOT NULL,
  position     INTEGER NOT NULL,
  person_id    INTEGER NOT NULL REFERENCES people (person_id),
  rank_with    INTEGER,
  rank_without INTEGER,
  PRIMARY KEY (run_number, rule, person_id)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 7;
