-- ErasedTexts, for a row that names somebody erased. One seek.
UPDATE groups SET name = @Words WHERE group_id = @Id
