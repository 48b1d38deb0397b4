-- ConsentStore. Reads every act on record, of each person the last last.
SELECT person_id AS PersonId, state AS State, external_contacts AS ExternalContacts
FROM consents
ORDER BY person_id, at_ms, consent_number
