-- WithdrawalStore, when a store is replaced by a backup. Reads every act on record, in the order of writing.
SELECT
  n.source_id AS Person, c.state AS State, c.external_contacts AS ExternalContacts, c.text_version AS TextVersion,
  c.at_ms AS At, c.channel AS Channel, c.recorded_by AS RecordedBy, c.recorded_ms AS RecordedAt
FROM consents AS c
JOIN person_names AS n ON n.person_id = c.person_id
ORDER BY c.consent_number
