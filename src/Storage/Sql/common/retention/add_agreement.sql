-- RetentionStore, once an agreement.
INSERT INTO agreements (kind, number, agreed, channels, max_days, expires, entered_by, entered_ms)
VALUES (@Kind, @Number, @Date, @Channels, @MaxDays, @Expires, @EnteredBy, @EnteredAt)
