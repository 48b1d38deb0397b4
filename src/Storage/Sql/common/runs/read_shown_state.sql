-- RankingStore, for each request. Five seeks: what the latest run may show changes with each of these.
-- The order alone would not tell: it begins anew when every run was past its age.
SELECT
  coalesce((SELECT max(published_order) FROM runs), 0) AS PublishedOrder,
  coalesce((SELECT run_id FROM runs WHERE published_order = (SELECT max(published_order) FROM runs)), '') AS RunId,
  coalesce((SELECT max(consent_number) FROM consents), 0) AS ConsentNumber,
  coalesce((SELECT max(erasure_number) FROM erasures), 0) AS ErasureNumber,
  coalesce((SELECT max(rotation_number) FROM key_rotations), 0) AS RotationNumber
