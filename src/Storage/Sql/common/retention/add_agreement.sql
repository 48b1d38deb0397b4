-- RetentionStore, once an agreement.
INSERT INTO agreements (kind, number, agreed, channels, max_days, expires, entered_by, entered_ms)
VALUES (@Kind, @Number, @Agreed, @Channels, @MaxDays, @Expires, @EnteredBy, @EnteredMs)
