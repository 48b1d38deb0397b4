-- CohortStore, once for each member and each person who waits.
INSERT INTO cohort_members (cohort_number, position, person_id, is_waiting, gain)
VALUES (@CohortNumber, @Position, @PersonId, @IsWaiting, @Gain)
