-- PeopleStore. Reads every person, without names.
SELECT
  person_id AS Id, person_key AS "Key", manager_id AS ManagerId, department AS Department, site AS Site,
  job_family AS JobFamily, level AS Level, start AS Start, leave AS Leave, absent_from AS AbsentFrom,
  absent_to AS AbsentTo, fte AS Fte, working_days AS WorkingDays
FROM people
ORDER BY person_id
