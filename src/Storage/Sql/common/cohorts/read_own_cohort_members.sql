-- CohortStore. Whom a caller's saved cohorts of a run hold: a seek to the run, then its few cohorts.
SELECT DISTINCT member.person_id
FROM runs AS run
JOIN cohorts AS cohort ON cohort.run_number = run.run_number
JOIN cohort_members AS member ON member.cohort_number = cohort.cohort_number
WHERE run.run_id = @RunId AND cohort.saved_by = @SavedBy AND member.is_waiting = 0
ORDER BY member.person_id
