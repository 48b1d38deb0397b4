-- NamedViewStore, once a request to see names.
INSERT INTO named_views (view_id, caller, purpose, reason, requested_ms)
VALUES (@Id, @Caller, @Purpose, @Reason, @RequestedAt)
