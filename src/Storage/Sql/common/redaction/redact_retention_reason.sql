-- ErasedTexts, for a row that names somebody erased. One seek.
UPDATE retention_settings SET aggregate_reason = @Words WHERE setting_id = @Id
