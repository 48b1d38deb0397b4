-- AccessStore: a place in each run that is kept. Seeks by person.
SELECT
  r.run_id AS RunId, r.published_ms AS PublishedMs, r.from_ms AS FromMs, r.to_ms AS ToMs, k.position AS Position,
  k.rank AS Rank,
  k.not_measurable AS NotMeasurable, k.score AS Score, k.betweenness_share AS BetweennessShare,
  k.reach_share AS ReachShare, k.page_rank_share AS PageRankShare, k.betweenness AS Betweenness,
  k.betweenness_percentile AS BetweennessPercentile, k.reach_two_steps AS ReachTwoSteps,
  k.reach_two_steps_share AS ReachTwoStepsShare, k.harmonic_closeness AS HarmonicCloseness, k.page_rank AS PageRank,
  k.degree AS Degree, k.strength AS Strength, NULLIF(k.level, 0) AS Level, k.direct_reports AS DirectReports,
  NULLIF(k.chart_place, 0) AS ChartPlace, k.surprise AS Surprise, k.rank_low AS RankLow, k.rank_high AS RankHigh,
  k.broadcast_count AS BroadcastCount, k.broadcast_reach AS BroadcastReach, k.explanation AS Explanation
FROM rankings k JOIN runs r ON r.run_number = k.run_number
WHERE k.person_id = @PersonId ORDER BY r.published_order
