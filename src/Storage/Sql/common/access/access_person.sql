-- AccessStore: what the directory says.
SELECT
  p.person_key AS PersonKey, p.manager_id AS ManagerId,
  (SELECT count(*) FROM people r WHERE r.manager_id = p.person_id AND r.person_id <> p.person_id) AS DirectReports,
  p.department AS Department, p.site AS Site, p.job_family AS JobFamily, p.level AS Level, p.start AS Start,
  p.leave AS Leave, p.absent_from AS AbsentFrom, p.absent_to AS AbsentTo, p.fte AS Fte,
  p.working_days AS WorkingDays
FROM people p WHERE p.person_id = @PersonId
