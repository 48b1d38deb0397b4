-- IdentityStore, one row.
INSERT INTO internal_domains (domain, from_ms, to_ms, entry) VALUES (@Domain, @FromMs, @ToMs, @Entry)
