-- InteractionStore.SpanAsync, when a window is empty. Two seeks; no row for an empty table.
SELECT FirstMs, LastMs
FROM (SELECT min(at_ms) AS FirstMs, max(at_ms) AS LastMs FROM interactions) AS span
WHERE FirstMs IS NOT NULL
