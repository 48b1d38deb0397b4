-- StoreBackup and StoreRestore. Counts every row of the tables that a copy is compared by.
SELECT
  (SELECT COUNT(*) FROM people) AS People,
  (SELECT COUNT(*) FROM accounts) AS Accounts,
  (SELECT COUNT(*) FROM interactions) AS Interactions,
  (SELECT COUNT(*) FROM runs) AS Runs,
  (SELECT COUNT(*) FROM rankings) AS Places,
  (SELECT COUNT(*) FROM consents) AS Consents,
  (SELECT COUNT(*) FROM erasures) AS Erasures,
  (SELECT COUNT(*) FROM api_keys WHERE revoked_ms IS NOT NULL) AS RevokedKeys
