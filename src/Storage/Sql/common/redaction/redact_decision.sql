-- ErasedTexts, for a row that names somebody erased. One seek.
UPDATE identity_log SET who = @Words WHERE entry = @Id
