-- RankingStore, once a new run. Gives the run's number.
INSERT INTO runs
  (run_id, published_order, published_ms, from_ms, to_ms, options, input_hash, options_hash, code_version,
   person_count, ranked_count, interaction_count, tie_count, steps, sources,
   code_hash, manifest)
OUTPUT inserted.run_number
SELECT
  @Id, coalesce(max(published_order), 0) + 1, @PublishedAt, @From, @To, @Options, @InputHash,
  @OptionsHash, @CodeVersion, @PersonCount, @RankedCount, @InteractionCount, @TieCount, @Steps, @Sources,
  @CodeHash, @Manifest
FROM runs
