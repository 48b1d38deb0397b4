-- CohortStore. One cohort: its members, then who waits.
SELECT person_id AS PersonId, is_waiting AS IsWaiting, gain AS Gain
FROM cohort_members
WHERE cohort_number = @Number
ORDER BY position
