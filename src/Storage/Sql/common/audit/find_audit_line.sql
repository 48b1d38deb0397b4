-- Erasure, when one that was broken off is finished, and doctor. Reads the table: that is rare.
SELECT max(sequence) FROM audit WHERE action = @Action AND detail = @Detail
