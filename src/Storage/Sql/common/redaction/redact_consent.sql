-- ErasedTexts, for a row that names somebody erased. One seek.
UPDATE consents SET channel = @Words WHERE consent_number = @Id
