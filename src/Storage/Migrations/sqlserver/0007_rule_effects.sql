-- Why somebody has no rank, whom each rule touched, and how the head of the ranking moves without it.
-- Applied once, under the write lock, by Schema.

-- Name of the rule by which the sources cannot measure the person; null with a rank.
ALTER TABLE rankings ADD not_measurable nvarchar(100) NULL;

ALTER TABLE run_hygiene ADD person_count bigint NOT NULL CONSTRAINT run_hygiene_person_count DEFAULT 0;

-- A rule without a row was not ranked without.
CREATE TABLE run_rule_effects (
  run_number    bigint        NOT NULL CONSTRAINT run_rule_effects_run REFERENCES runs (run_number),
  position      int           NOT NULL,
  [rule]        nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  changed_count bigint        NOT NULL,
  largest_move  bigint        NOT NULL,
  CONSTRAINT run_rule_effects_pk PRIMARY KEY CLUSTERED (run_number, [rule])
);

-- Places with the rule and without; null = not ranked.
CREATE TABLE run_rule_moves (
  run_number   bigint        NOT NULL CONSTRAINT run_rule_moves_run REFERENCES runs (run_number),
  [rule]       nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  position     int           NOT NULL,
  person_id    int           NOT NULL CONSTRAINT run_rule_moves_person REFERENCES people (person_id),
  rank_with    bigint        NULL,
  rank_without bigint        NULL,
  CONSTRAINT run_rule_moves_pk PRIMARY KEY CLUSTERED (run_number, [rule], person_id)
);

UPDATE influencermap_schema SET version = 7;
