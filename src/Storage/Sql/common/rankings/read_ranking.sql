-- RankingStore. A seek to the run, then its rows in the order in which they lie.
SELECT
  k.person_id AS PersonId, k.rank AS Rank, k.score AS Score, k.betweenness_share AS BetweennessShare,
  k.reach_share AS ReachShare, k.page_rank_share AS PageRankShare, k.betweenness AS Betweenness,
  k.betweenness_percentile AS BetweennessPercentile, k.reach_two_steps AS ReachTwoSteps,
  k.reach_two_steps_share AS ReachTwoStepsShare, k.harmonic_closeness AS HarmonicCloseness, k.page_rank AS PageRank,
  k.degree AS Degree, k.strength AS Strength, NULLIF(k.level, 0) AS Level, k.direct_reports AS DirectReports,
  NULLIF(k.chart_place, 0) AS ChartPlace, k.surprise AS Surprise, k.not_measurable AS NotMeasurable,
  k.rank_low AS RankLow, k.rank_high AS RankHigh, k.broadcast_count AS BroadcastCount,
  k.broadcast_reach AS BroadcastReach
FROM runs r JOIN rankings k ON k.run_number = r.run_number
WHERE r.run_id = @RunId
ORDER BY k.position
