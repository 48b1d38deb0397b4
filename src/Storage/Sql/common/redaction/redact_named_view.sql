-- ErasedTexts, for a row that names somebody erased. One seek.
UPDATE named_views SET reason = @Words WHERE view_id = @Id
