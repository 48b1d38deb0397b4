-- Settlement. Reads the people whose first or last day is known; the others are there for all time.
SELECT person_id AS Id, start AS Start, leave AS Leave
FROM people WHERE start IS NOT NULL OR leave IS NOT NULL
