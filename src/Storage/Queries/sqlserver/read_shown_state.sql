-- RankingStore, for each request. Two seeks: what the latest run may show changes with either number.
SELECT
  coalesce((SELECT max(published_order) FROM runs), 0) AS PublishedOrder,
  coalesce((SELECT max(consent_number) FROM consents), 0) AS ConsentNumber
