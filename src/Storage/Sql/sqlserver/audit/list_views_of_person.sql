-- AuditStore, for a self-view: by role and day, the last first; a refusal showed nobody. Seeks by person.
SELECT TOP (@Take) a.at_ms / 86400000 * 86400000 AS Day, a.roles AS Roles, a.purpose AS Purpose, count_big(*) AS Views
FROM audit_keys k JOIN audit a ON a.keys_hash = k.keys_hash
WHERE k.person_key = @PersonKey AND a.action IN ('show', 'show names')
GROUP BY a.roles, a.purpose, a.at_ms / 86400000 * 86400000
ORDER BY a.at_ms / 86400000 * 86400000 DESC, a.roles, a.purpose
