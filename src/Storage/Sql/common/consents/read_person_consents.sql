-- ConsentStore. A seek to one person's acts, the last first.
SELECT
  person_id AS PersonId, state AS State, external_contacts AS ExternalContacts, text_version AS TextVersion,
  at_ms AS At, channel AS Channel, recorded_by AS RecordedBy, recorded_ms AS RecordedAt
FROM consents
WHERE person_id = @PersonId
ORDER BY at_ms DESC, consent_number DESC
