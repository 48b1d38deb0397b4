-- ConsentStore, once for each act of a person. An act that is on record already is not added.
INSERT INTO consents (person_id, state, external_contacts, text_version, at_ms, channel, recorded_by, recorded_ms)
SELECT @PersonId, @State, @ExternalContacts, @TextVersion, @At, @Channel, @RecordedBy, @RecordedAt
WHERE NOT EXISTS (
  SELECT 1 FROM consents
  WHERE person_id = @PersonId AND at_ms = @At AND text_version = @TextVersion AND channel = @Channel
    AND (state = @State OR (state IS NULL AND @State IS NULL))
    AND (external_contacts = @ExternalContacts OR (external_contacts IS NULL AND @ExternalContacts IS NULL)))
