-- CohortStore, once a cohort. Gives the cohort's number.
INSERT INTO cohorts (run_number, wishes_hash, saved_ms, wishes, certificate)
VALUES ((SELECT run_number FROM runs WHERE run_id = @RunId), @WishesHash, @SavedMs, @Wishes, @Certificate)
RETURNING cohort_number
