-- Erasure, when one that was broken off is finished. Reads the table: that is rare.
SELECT max(sequence) FROM audit WHERE action = @Action AND detail = @Detail
