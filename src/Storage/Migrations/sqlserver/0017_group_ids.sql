-- Groups by a number of their own, so that no member's row repeats the name of its source. Applied once, by Schema.

SELECT source, account_id, name INTO #old_groups FROM groups;
SELECT source, group_account_id, member_account_id INTO #old_members FROM group_members;
SELECT source, group_account_id, account_id INTO #old_addresses FROM group_addresses;

DROP TABLE group_addresses;
DROP TABLE group_members;
DROP TABLE groups;

-- name is null where the source does not ask for it, as for mailing lists.
CREATE TABLE groups (
  group_id   int            IDENTITY NOT NULL CONSTRAINT groups_pk PRIMARY KEY,
  source     nvarchar(100)  COLLATE Latin1_General_BIN2 NOT NULL,
  account_id int            NOT NULL CONSTRAINT groups_account REFERENCES accounts (account_id),
  name       nvarchar(1000) NULL,
  CONSTRAINT groups_by_source UNIQUE (source, account_id)
);

-- A member may be a group.
CREATE TABLE group_members (
  group_id          int NOT NULL CONSTRAINT group_members_group REFERENCES groups (group_id) ON DELETE CASCADE,
  member_account_id int NOT NULL
    CONSTRAINT group_members_account REFERENCES accounts (account_id) ON DELETE CASCADE,
  CONSTRAINT group_members_pk PRIMARY KEY CLUSTERED (group_id, member_account_id)
);

CREATE INDEX group_members_by_member ON group_members (member_account_id);

-- Where a group gets mail.
CREATE TABLE group_addresses (
  group_id   int NOT NULL CONSTRAINT group_addresses_group REFERENCES groups (group_id) ON DELETE CASCADE,
  account_id int NOT NULL CONSTRAINT group_addresses_account REFERENCES accounts (account_id),
  CONSTRAINT group_addresses_pk PRIMARY KEY CLUSTERED (group_id, account_id)
);

INSERT INTO groups (source, account_id, name)
SELECT source, account_id, name FROM #old_groups ORDER BY source, account_id;

-- Compiled when it is reached: the batch as a whole was compiled while the old tables stood.
EXEC (N'
INSERT INTO group_members (group_id, member_account_id)
SELECT g.group_id, m.member_account_id
FROM #old_members m JOIN groups g ON g.source = m.source AND g.account_id = m.group_account_id;

INSERT INTO group_addresses (group_id, account_id)
SELECT g.group_id, a.account_id
FROM #old_addresses a JOIN groups g ON g.source = a.source AND g.account_id = a.group_account_id');

DROP TABLE #old_addresses;
DROP TABLE #old_members;
DROP TABLE #old_groups;

UPDATE influencermap_schema SET version = 17;
