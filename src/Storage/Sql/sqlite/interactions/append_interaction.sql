-- InteractionStore, prepared once and run for each row of an append. A row that is there already stays as it is.
INSERT OR IGNORE INTO interactions
  (at_ms, event_id, source_account_id, target_account_id, channel, role, audience_size, minutes)
VALUES (@AtMs, @EventId, @Source, @Target, @Channel, @Role, @AudienceSize, @Minutes)
