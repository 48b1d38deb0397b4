-- ErasureStore: that somebody was erased, and when.
INSERT INTO erasures (erased_ms) VALUES (@At)
