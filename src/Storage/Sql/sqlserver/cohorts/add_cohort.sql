-- CohortStore, once a cohort. Gives the cohort's number.
INSERT INTO cohorts (run_number, wishes_hash, saved_ms, saved_by, wishes, certificate)
OUTPUT inserted.cohort_number
SELECT run_number, @WishesHash, @SavedAt, @SavedBy, @Wishes, @Certificate FROM runs WHERE run_id = @RunId
