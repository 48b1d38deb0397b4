-- Wiping, with the deletion of rows whose bytes must not stay. One seek.
INSERT INTO due_wipes (place, only_log) VALUES (@Place, @OnlyLog)
ON CONFLICT (place) DO UPDATE SET only_log = excluded.only_log
