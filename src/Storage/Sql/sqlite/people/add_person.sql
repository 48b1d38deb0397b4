-- PeopleStore, a row for each new person. The manager follows when all people have ids.
INSERT INTO people (
  person_id, person_key, department, site, job_family, level, start, leave, absent_from, absent_to, fte, working_days)
VALUES (
  @Id, @Key, @Department, @Site, @JobFamily, @Level, @Start, @Leave, @AbsentFrom, @AbsentTo, @Fte, @WorkingDays)
