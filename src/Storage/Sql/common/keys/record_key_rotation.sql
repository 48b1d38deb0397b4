-- PersonKeyStore, last. One row.
INSERT INTO key_rotations (rotated_ms, keeps_history) VALUES (@At, @KeepsHistory)
