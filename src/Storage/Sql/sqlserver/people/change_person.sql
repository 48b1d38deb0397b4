-- PeopleStore, once for all new or changed people. A seek each.
UPDATE p SET
  person_key = r.[Key], manager_id = r.ManagerId, department = r.Department, site = r.Site, job_family = r.JobFamily,
  level = r.Level, start = r.Start, leave = r.Leave, absent_from = r.AbsentFrom, absent_to = r.AbsentTo,
  fte = r.Fte, working_days = r.WorkingDays
FROM people AS p JOIN @person_rows AS r ON r.Id = p.person_id
