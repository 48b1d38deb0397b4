-- ConsentStore, once for each act of a person. An act that is on record already is not added.
INSERT INTO consents (person_id, state, external_contacts, text_version, at_ms, channel, recorded_by, recorded_ms)
  SELECT @PersonId, @State, @ExternalContacts, @TextVersion, @AtMs, @Channel, @RecordedBy, @RecordedMs
  WHERE NOT EXISTS (
    SELECT 1 FROM consents
    WHERE person_id = @PersonId AND at_ms = @AtMs AND state IS @State AND external_contacts IS @ExternalContacts
      AND text_version = @TextVersion AND channel = @Channel)
