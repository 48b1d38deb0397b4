-- PeopleStore, a row for each new or changed person. One seek.
UPDATE people SET
  person_key = @Key, manager_id = @ManagerId, department = @Department, site = @Site, job_family = @JobFamily,
  level = @Level, start = @Start, leave = @Leave, absent_from = @AbsentFrom, absent_to = @AbsentTo,
  fte = @Fte, working_days = @WorkingDays
WHERE person_id = @Id
