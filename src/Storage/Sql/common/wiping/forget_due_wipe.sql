-- Wiping, when nothing of what was deleted can be read any more. One seek.
DELETE FROM due_wipes WHERE place = @Place
