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
  placed.place AS Place,
  placed.person_id AS PersonId, placed.rank AS Rank, placed.score AS Score,
  placed.betweenness_share AS BetweennessShare, placed.reach_share AS ReachShare,
  placed.page_rank_share AS PageRankShare, placed.betweenness AS Betweenness,
  placed.betweenness_percentile AS BetweennessPercentile, placed.reach_two_steps AS ReachTwoSteps,
  placed.reach_two_steps_share AS ReachTwoStepsShare, placed.harmonic_closeness AS HarmonicCloseness,
  placed.page_rank AS PageRank, placed.degree AS Degree, placed.strength AS Strength, placed.level AS Level,
  placed.direct_reports AS DirectReports, placed.chart_place AS ChartPlace, placed.surprise AS Surprise,
  placed.not_measurable AS NotMeasurable,
  p.person_id AS Id, p.person_key AS Key, p.manager_id AS ManagerId, p.department AS Department, p.site AS Site,
  p.job_family AS JobFamily, p.level AS Level, p.start AS Start, p.leave AS Leave, p.absent_from AS AbsentFrom,
  p.absent_to AS AbsentTo
FROM placed JOIN people p USING (person_id)
WHERE (@Department IS NULL OR p.department = @Department) AND (NOT @ExcludeManagers OR placed.direct_reports = 0)
ORDER BY placed.place
LIMIT @Take OFFSET @Skip
