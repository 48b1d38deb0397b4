-- CohortStore, before a cohort is chosen: the members last saved for these wishes on another run. Reads one cohort.
SELECT member.person_id
FROM cohort_members AS member
WHERE member.is_waiting = 0 AND member.cohort_number = (
  SELECT max(cohort.cohort_number)
  FROM cohorts AS cohort JOIN runs AS run ON run.run_number = cohort.run_number
  WHERE cohort.wishes_hash = @WishesHash AND run.run_id <> @RunId)
ORDER BY member.position
