-- Schema, once, when a store is made: asked for, never forced. Readers see what was last committed.
ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT
