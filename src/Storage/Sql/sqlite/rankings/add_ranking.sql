-- RankingStore, a row for each person of a new run.
INSERT INTO rankings
  (run_number, position, person_id, rank, score, betweenness_share, reach_share, page_rank_share, betweenness,
   betweenness_percentile, reach_two_steps, reach_two_steps_share, harmonic_closeness, page_rank, degree, strength,
   level, direct_reports, chart_place, surprise, not_measurable, broadcast_count, broadcast_reach)
VALUES
  (@RunNumber, @Position, @PersonId, @Rank, @Score, @BetweennessShare, @ReachShare, @PageRankShare, @Betweenness,
   @BetweennessPercentile, @ReachTwoSteps, @ReachTwoStepsShare, @HarmonicCloseness, @PageRank, @Degree, @Strength,
   @Level, @DirectReports, @ChartPlace, @Surprise, @NotMeasurable, @BroadcastCount, @BroadcastReach)
