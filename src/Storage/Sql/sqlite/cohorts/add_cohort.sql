-- CohortStore, once a cohort. Gives the cohort's number.
INSERT INTO cohorts (run_number, wishes_hash, saved_ms, saved_by, wishes, certificate)
VALUES ((SELECT run_number FROM runs WHERE run_id = @RunId), @WishesHash, @SavedAt, @SavedBy, @Wishes, @Certificate)
RETURNING cohort_number
