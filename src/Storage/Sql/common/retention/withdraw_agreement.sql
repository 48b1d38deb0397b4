-- RetentionStore. One seek; tells by its row count whether the agreement stood.
UPDATE agreements SET withdrawn_ms = @WithdrawnAt WHERE agreement_id = @Id AND withdrawn_ms IS NULL
