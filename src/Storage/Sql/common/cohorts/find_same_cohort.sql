-- CohortStore, before a cohort is saved: the last that the caller saved for these wishes on the run. One seek.
SELECT max(cohort_number)
FROM cohorts
WHERE run_number = (SELECT run_number FROM runs WHERE run_id = @RunId) AND wishes_hash = @WishesHash
  AND saved_by = @SavedBy
