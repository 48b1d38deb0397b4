-- IdentityStore, for a review. Reads every interaction once for each side, and sorts those of accounts nobody claims.
SELECT seen.account_id AS AccountId, count(*) AS Interactions
FROM (
  SELECT source_account_id AS account_id FROM interactions
  UNION ALL
  SELECT target_account_id FROM interactions
) AS seen
WHERE NOT EXISTS (SELECT 1 FROM account_claims c WHERE c.account_id = seen.account_id)
GROUP BY seen.account_id
