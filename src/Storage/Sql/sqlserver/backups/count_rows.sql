-- StoreBackup, which a server does itself: written for the same answer. Counts every row.
SELECT
  (SELECT COUNT_BIG(*) FROM people) AS People,
  (SELECT COUNT_BIG(*) FROM accounts) AS Accounts,
  (SELECT COUNT_BIG(*) FROM interactions) AS Interactions,
  (SELECT COUNT_BIG(*) FROM runs) AS Runs,
  (SELECT COUNT_BIG(*) FROM rankings) AS Places,
  (SELECT COUNT_BIG(*) FROM consents) AS Consents,
  (SELECT COUNT_BIG(*) FROM erasures) AS Erasures,
  (SELECT COUNT_BIG(*) FROM api_keys WHERE revoked_ms IS NOT NULL) AS RevokedKeys
