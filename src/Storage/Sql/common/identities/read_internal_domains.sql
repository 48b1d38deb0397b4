-- Settlement and IdentityStore. Reads every declared domain that stands.
SELECT d.domain AS Domain, d.from_ms AS FromMs, d.to_ms AS ToMs
FROM internal_domains d
WHERE NOT EXISTS (SELECT 1 FROM identity_log u WHERE u.undoes = d.entry)
ORDER BY d.domain, d.entry
