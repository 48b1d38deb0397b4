-- Between which places chance alone lets a person stand, and the layer of mass mail, which scores nothing.
-- Applied once, under the write lock, by Schema. Intervals are null where they were not told.

ALTER TABLE rankings ADD rank_low int NULL;
ALTER TABLE rankings ADD rank_high int NULL;
ALTER TABLE rankings ADD broadcast_count int NOT NULL CONSTRAINT rankings_broadcast_count DEFAULT 0;
ALTER TABLE rankings ADD broadcast_reach int NOT NULL CONSTRAINT rankings_broadcast_reach DEFAULT 0;

DROP TYPE ranking_rows;

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
  NotMeasurable         nvarchar(100) NULL,
  BroadcastCount        int NOT NULL,
  BroadcastReach        int NOT NULL
);

UPDATE influencermap_schema SET version = 21;
