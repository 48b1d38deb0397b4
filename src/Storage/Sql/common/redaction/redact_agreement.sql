-- ErasedTexts, for a row that names somebody erased. One seek.
UPDATE agreements SET entered_by = @Words WHERE agreement_id = @Id
