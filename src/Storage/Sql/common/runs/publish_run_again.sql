-- RankingStore, when the same run is computed again. One seek; tells by its row count whether the run was there.
UPDATE runs SET
  published_order = (SELECT max(published_order) + 1 FROM runs),
  published_ms = @PublishedAt,
  sources = @Sources
WHERE run_id = @Id
