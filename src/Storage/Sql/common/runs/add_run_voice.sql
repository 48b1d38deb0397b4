-- RankingStore, a row for each group whose interval a night told; one that is there stays as it is.
INSERT INTO run_voices (run_number, attribute, name, low, high)
SELECT @RunNumber, @Attribute, @Name, @Low, @High
WHERE NOT EXISTS (
  SELECT 1 FROM run_voices WHERE run_number = @RunNumber AND attribute = @Attribute AND name = @Name)
