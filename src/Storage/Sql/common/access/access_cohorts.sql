-- AccessStore: cohorts proposed with the person. Reads the table: exports are rare.
SELECT
  r.run_id AS RunId, c.saved_ms AS SavedMs, m.position AS Position, m.is_waiting AS IsWaiting, m.gain AS Gain
FROM cohort_members m
JOIN cohorts c ON c.cohort_number = m.cohort_number
JOIN runs r ON r.run_number = c.run_number
WHERE m.person_id = @PersonId ORDER BY c.cohort_number
