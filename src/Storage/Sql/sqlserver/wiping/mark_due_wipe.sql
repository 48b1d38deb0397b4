-- Wiping, with the deletion of rows whose bytes must not stay. One seek.
UPDATE due_wipes SET only_log = @OnlyLog WHERE place = @Place

IF @@ROWCOUNT = 0
  INSERT INTO due_wipes (place, only_log) VALUES (@Place, @OnlyLog)
