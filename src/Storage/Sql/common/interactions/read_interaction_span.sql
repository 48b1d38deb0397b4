-- InteractionStore.SpanAsync, when a window is empty. Two seeks; no row for an empty table.
SELECT FirstMs, LastMs
FROM (SELECT (SELECT min(at_ms) FROM interactions) AS FirstMs, (SELECT max(at_ms) FROM interactions) AS LastMs) AS span
WHERE FirstMs IS NOT NULL
