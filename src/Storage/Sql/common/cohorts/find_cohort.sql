-- CohortStore. One seek.
SELECT
  cohort.cohort_number AS Number, run.run_id AS RunId, cohort.saved_ms AS SavedAt, cohort.saved_by AS SavedBy,
  cohort.wishes AS Wishes, cohort.certificate AS Certificate
FROM cohorts AS cohort
JOIN runs AS run ON run.run_number = cohort.run_number
WHERE cohort.cohort_number = @Number
