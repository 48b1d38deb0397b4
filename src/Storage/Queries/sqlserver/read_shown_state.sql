-- RankingStore, for each request. Three seeks: what the latest run may show changes with each number.
SELECT
  coalesce((SELECT max(published_order) FROM runs), 0) AS PublishedOrder,
  coalesce((SELECT max(consent_number) FROM consents), 0) AS ConsentNumber,
  coalesce((SELECT max(erasure_number) FROM erasures), 0) AS ErasureNumber
