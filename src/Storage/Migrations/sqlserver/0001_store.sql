-- The first schema, for SQL Server 2019 and later. Applied once, under the write lock, by Schema. Never edited after
-- release: a change is a new file, one batch. Names, addresses and handles live in person_names and account_handles
-- alone; no scoring code reads those two. Text that is compared is compared by its code points, as in SQLite.

CREATE TABLE influencermap_schema (
  application_id bigint NOT NULL,
  version        bigint NOT NULL
);

CREATE TABLE people (
  person_id   int           NOT NULL CONSTRAINT people_pk PRIMARY KEY,
  person_key  nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT people_by_key UNIQUE,
  manager_id  int           NULL CONSTRAINT people_manager REFERENCES people (person_id),
  department  nvarchar(400) COLLATE Latin1_General_BIN2 NULL,
  site        nvarchar(400) COLLATE Latin1_General_BIN2 NULL,
  job_family  nvarchar(400) COLLATE Latin1_General_BIN2 NULL,
  level       int           NULL,
  start       date          NULL,
  leave       date          NULL,
  absent_from date          NULL,
  absent_to   date          NULL
);

CREATE TABLE person_names (
  person_id int            NOT NULL CONSTRAINT person_names_pk PRIMARY KEY
    CONSTRAINT person_names_person REFERENCES people (person_id),
  source_id nvarchar(450)  COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT person_names_by_source UNIQUE,
  spelling  nvarchar(450)  NOT NULL,
  name      nvarchar(1000) NULL
);

-- person_id is null for an account that belongs to nobody; kind is AccountKind.
CREATE TABLE accounts (
  account_id int     NOT NULL CONSTRAINT accounts_pk PRIMARY KEY,
  person_id  int     NULL CONSTRAINT accounts_person REFERENCES people (person_id),
  kind       tinyint NOT NULL
);

CREATE TABLE account_handles (
  account_id int           NOT NULL CONSTRAINT account_handles_pk PRIMARY KEY
    CONSTRAINT account_handles_account REFERENCES accounts (account_id),
  handle     nvarchar(450) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT account_handles_by_handle UNIQUE
);

-- Clustered by time: files in order of time append, and a window is read from one place.
-- The account ids carry no REFERENCES, which would cost two look-ups a row; the append checks them once.
-- audience_size 0 = not stated by the source.
CREATE TABLE interactions (
  at_ms             bigint  NOT NULL,
  event_id          bigint  NOT NULL,
  source_account_id int     NOT NULL,
  target_account_id int     NOT NULL,
  channel           tinyint NOT NULL,
  role              tinyint NOT NULL,
  audience_size     int     NOT NULL,
  CONSTRAINT interactions_pk PRIMARY KEY CLUSTERED (at_ms, event_id, source_account_id, target_account_id)
);

-- Where bulk copy puts the rows of an append, in their order; emptied in the same transaction.
CREATE TABLE staged_interactions (
  ordinal           bigint  NOT NULL,
  at_ms             bigint  NOT NULL,
  event_id          bigint  NOT NULL,
  source_account_id int     NOT NULL,
  target_account_id int     NOT NULL,
  channel           tinyint NOT NULL,
  role              tinyint NOT NULL,
  audience_size     int     NOT NULL
);

CREATE TABLE imports (
  import_id          bigint        IDENTITY NOT NULL CONSTRAINT imports_pk PRIMARY KEY,
  at_ms              bigint        NOT NULL,
  file_name          nvarchar(400) NOT NULL,
  format             nvarchar(100) NOT NULL,
  sha256             nvarchar(64)  NOT NULL,
  rows_read          bigint        NOT NULL,
  rows_stored        bigint        NOT NULL,
  rows_already_there bigint        NOT NULL,
  rows_to_oneself    bigint        NOT NULL,
  rows_bad           bigint        NOT NULL
);

-- The latest run has the greatest published_order: clocks may step back, this number does not.
CREATE TABLE runs (
  run_number        bigint        IDENTITY NOT NULL CONSTRAINT runs_pk PRIMARY KEY,
  run_id            nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT runs_by_id UNIQUE,
  published_order   bigint        NOT NULL CONSTRAINT runs_by_publication UNIQUE,
  published_ms      bigint        NOT NULL,
  from_ms           bigint        NOT NULL,
  to_ms             bigint        NOT NULL,
  options           nvarchar(max) NOT NULL,
  input_hash        nvarchar(100) NOT NULL,
  options_hash      nvarchar(100) NOT NULL,
  code_version      nvarchar(100) NOT NULL,
  person_count      bigint        NOT NULL,
  ranked_count      bigint        NOT NULL,
  interaction_count bigint        NOT NULL,
  tie_count         bigint        NOT NULL,
  steps             nvarchar(max) NOT NULL
);

-- position is the 0-based order in which the ranking was given: by rank, then key, the unmeasurable last.
CREATE TABLE rankings (
  run_number             bigint NOT NULL CONSTRAINT rankings_run REFERENCES runs (run_number),
  position               int    NOT NULL,
  person_id              int    NOT NULL CONSTRAINT rankings_person REFERENCES people (person_id),
  rank                   int    NULL,
  score                  float  NOT NULL,
  betweenness_share      float  NOT NULL,
  reach_share            float  NOT NULL,
  page_rank_share        float  NOT NULL,
  betweenness            float  NOT NULL,
  betweenness_percentile float  NOT NULL,
  reach_two_steps        int    NOT NULL,
  reach_two_steps_share  float  NOT NULL,
  harmonic_closeness     float  NOT NULL,
  page_rank              float  NOT NULL,
  degree                 int    NOT NULL,
  strength               float  NOT NULL,
  level                  int    NOT NULL,
  direct_reports         int    NOT NULL,
  chart_place            int    NOT NULL,
  surprise               float  NULL,
  CONSTRAINT rankings_pk PRIMARY KEY CLUSTERED (run_number, position)
);

CREATE UNIQUE INDEX rankings_by_person ON rankings (person_id, run_number);

CREATE TABLE run_ties (
  run_number       bigint NOT NULL CONSTRAINT run_ties_run REFERENCES runs (run_number),
  source_person_id int    NOT NULL,
  target_person_id int    NOT NULL,
  strength         float  NOT NULL,
  CONSTRAINT run_ties_pk PRIMARY KEY CLUSTERED (run_number, source_person_id, target_person_id)
);

CREATE TABLE run_hygiene (
  run_number bigint         NOT NULL CONSTRAINT run_hygiene_run REFERENCES runs (run_number),
  position   int            NOT NULL,
  [rule]     nvarchar(100)  NOT NULL,
  unit       nvarchar(100)  NOT NULL,
  count      bigint         NOT NULL,
  reason     nvarchar(4000) NOT NULL,
  CONSTRAINT run_hygiene_pk PRIMARY KEY CLUSTERED (run_number, position)
);

-- Sets of rows that a statement takes at once, each as a parameter named as its type. A column is named as in C#.
CREATE TYPE person_rows AS TABLE (
  Id         int NOT NULL,
  [Key]      nvarchar(100) NOT NULL,
  ManagerId  int NULL,
  Department nvarchar(400) NULL,
  Site       nvarchar(400) NULL,
  JobFamily  nvarchar(400) NULL,
  Level      int NULL,
  Start      date NULL,
  Leave      date NULL,
  AbsentFrom date NULL,
  AbsentTo   date NULL
);

CREATE TYPE name_rows AS TABLE (
  PersonId int NOT NULL,
  SourceId nvarchar(450) NOT NULL,
  Spelling nvarchar(450) NOT NULL,
  Name     nvarchar(1000) NULL
);

CREATE TYPE account_rows AS TABLE (
  AccountId int NOT NULL,
  Kind      int NOT NULL
);

CREATE TYPE handle_rows AS TABLE (
  AccountId int NOT NULL,
  Handle    nvarchar(450) NOT NULL
);

CREATE TYPE ranking_rows AS TABLE (
  RunNumber             bigint NOT NULL,
  Position              int NOT NULL,
  PersonId              int NOT NULL,
  Rank                  int NULL,
  Score                 float NOT NULL,
  BetweennessShare      float NOT NULL,
  ReachShare            float NOT NULL,
  PageRankShare         float NOT NULL,
  Betweenness           float NOT NULL,
  BetweennessPercentile float NOT NULL,
  ReachTwoSteps         int NOT NULL,
  ReachTwoStepsShare    float NOT NULL,
  HarmonicCloseness     float NOT NULL,
  PageRank              float NOT NULL,
  Degree                int NOT NULL,
  Strength              float NOT NULL,
  Level                 int NOT NULL,
  DirectReports         int NOT NULL,
  ChartPlace            int NOT NULL,
  Surprise              float NULL,
  NotMeasurable         nvarchar(100) NULL
);

CREATE TYPE tie_rows AS TABLE (
  RunNumber bigint NOT NULL,
  Source    int NOT NULL,
  Target    int NOT NULL,
  Strength  float NOT NULL
);

-- "InfM" in ASCII: tells a store from a database of another program.
INSERT INTO influencermap_schema (application_id, version) VALUES (1231971917, 1);
