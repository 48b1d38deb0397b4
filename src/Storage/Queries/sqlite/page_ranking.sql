-- RankingStore. A seek to the run; sorts its rows. Places count everybody who can be measured; filters come after.
WITH placed AS (
  SELECT
    k.*,
    row_number() OVER (
      ORDER BY
        CASE @By WHEN 'Betweenness' THEN k.betweenness WHEN 'Reach' THEN k.reach_two_steps
          WHEN 'Surprise' THEN k.surprise ELSE -k.rank END DESC,
        p.person_key
    ) AS place
  FROM runs r JOIN rankings k USING (run_number) JOIN people p USING (person_id)
  WHERE r.run_id = @RunId AND k.rank IS NOT NULL AND (@By <> 'Surprise' OR k.surprise IS NOT NULL)
)
SELECT
  k.place AS Place,
  k.person_id AS PersonId, k.rank AS Rank, k.score AS Score, k.betweenness_share AS BetweennessShare,
  k.reach_share AS ReachShare, k.page_rank_share AS PageRankShare, k.betweenness AS Betweenness,
  k.betweenness_percentile AS BetweennessPercentile, k.reach_two_steps AS ReachTwoSteps,
  k.reach_two_steps_share AS ReachTwoStepsShare, k.harmonic_closeness AS HarmonicCloseness, k.page_rank AS PageRank,
  k.degree AS Degree, k.strength AS Strength, k.level AS Level, k.direct_reports AS DirectReports,
  k.chart_place AS ChartPlace, k.surprise AS Surprise,
  p.person_id AS Id, p.person_key AS Key, p.manager_id AS ManagerId, p.department AS Department, p.site AS Site,
  p.job_family AS JobFamily, p.level AS Level, p.start AS Start, p.leave AS Leave, p.absent_from AS AbsentFrom,
  p.absent_to AS AbsentTo
FROM placed k JOIN people p USING (person_id)
WHERE (@Department IS NULL OR p.department = @Department) AND (NOT @ExcludeManagers OR k.direct_reports = 0)
ORDER BY k.place
LIMIT @Take OFFSET @Skip
