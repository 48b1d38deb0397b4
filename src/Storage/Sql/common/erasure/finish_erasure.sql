-- Erasure, when the audit holds its line. One seek.
DELETE FROM unfinished_erasures WHERE erasure_id = @Id
