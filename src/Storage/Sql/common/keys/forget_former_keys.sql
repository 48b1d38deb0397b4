-- PersonKeyStore, when history is cut. Empties the table.
DELETE FROM former_keys
