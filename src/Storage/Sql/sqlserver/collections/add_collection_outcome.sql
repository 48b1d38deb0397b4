-- CursorStore, for each outcome of a batch. One seek.
UPDATE collection_outcomes SET [count] = [count] + @Count WHERE collection_id = @CollectionId AND outcome = @Outcome

IF @@ROWCOUNT = 0
  INSERT INTO collection_outcomes (collection_id, outcome, [count]) VALUES (@CollectionId, @Outcome, @Count)
