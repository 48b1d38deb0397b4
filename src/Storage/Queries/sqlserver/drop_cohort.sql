-- CohortStore, before a cohort is saved: the same wishes on the same run have one answer. One seek.
DELETE FROM cohorts
WHERE run_number = (SELECT run_number FROM runs WHERE run_id = @RunId) AND wishes_hash = @WishesHash
