-- RankingStore, a row for each group whose interval a night told; one that is there stays as it is.
INSERT OR IGNORE INTO run_voices (run_number, attribute, name, low, high)
VALUES (@RunNumber, @Attribute, @Name, @Low, @High)
