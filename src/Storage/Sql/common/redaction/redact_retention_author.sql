-- ErasedTexts, for a row that names somebody erased. One seek.
UPDATE retention_settings SET entered_by = @Words WHERE setting_id = @Id
