-- ErasedTexts: scopes and links that may name a mailbox. Reads the table: erasures are rare.
SELECT source AS Source, scope AS Scope, value AS Value FROM cursors
