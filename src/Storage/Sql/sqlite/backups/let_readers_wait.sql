-- HeldFile, before a store is replaced. Moves the log into the file; refused while another process has it open.
PRAGMA journal_mode = delete
