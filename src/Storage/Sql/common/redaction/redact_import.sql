-- ErasedTexts, for a row that names somebody erased. One seek.
UPDATE imports SET file_name = @Words WHERE import_id = @Id
