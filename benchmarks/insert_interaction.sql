-- ImportBenchmark, the plain insert that the import is measured against.
INSERT INTO interactions (at_ms, event_id, source_account_id, target_account_id, channel, role, audience_size)
VALUES (@AtMs, @EventId, @Source, @Target, @Channel, @Role, @AudienceSize)
