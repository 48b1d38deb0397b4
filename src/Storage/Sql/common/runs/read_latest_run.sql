-- RankingStore. Two seeks.
SELECT
  r.run_id AS Id, r.published_ms AS PublishedAt, r.from_ms AS "From", r.to_ms AS "To", r.options AS Options,
  r.input_hash AS InputHash, r.options_hash AS OptionsHash, r.code_version AS CodeVersion,
  r.person_count AS PersonCount, r.ranked_count AS RankedCount, r.interaction_count AS InteractionCount,
  r.tie_count AS TieCount, r.steps AS Steps, r.sources AS Sources,
  r.code_hash AS CodeHash, r.manifest AS Manifest
FROM runs r
WHERE r.published_order = (SELECT max(published_order) FROM runs)
