-- What imports left out, by reason: a JSON object of counts. Applied once, under the write lock, by Schema.

ALTER TABLE imports ADD dropped nvarchar(max) NOT NULL CONSTRAINT imports_dropped DEFAULT N'{}';

UPDATE influencermap_schema SET version = 5;
