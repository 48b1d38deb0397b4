-- AccessStore: what the person said. Seeks by person.
SELECT
  state AS ConsentState, external_contacts AS IsExternalContacts, text_version AS TextVersion, at_ms AS AtMs,
  channel AS SaidBy, recorded_by AS RecordedBy, recorded_ms AS RecordedMs
FROM consents WHERE person_id = @PersonId ORDER BY consent_number
