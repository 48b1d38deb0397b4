-- Groups by a number of their own, so that no member's row repeats the name of its source. Applied once, by Schema.

ALTER TABLE groups RENAME TO old_groups;
ALTER TABLE group_members RENAME TO old_group_members;
ALTER TABLE group_addresses RENAME TO old_group_addresses;

-- name is null where the source does not ask for it, as for mailing lists.
CREATE TABLE groups (
  group_id   INTEGER PRIMARY KEY,
  source     TEXT    NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (account_id),
  name       TEXT,
  UNIQUE (source, account_id)
) STRICT;

-- A member may be a group.
CREATE TABLE group_members (
  group_id          INTEGER NOT NULL REFERENCES groups (group_id) ON DELETE CASCADE,
  member_account_id INTEGER NOT NULL REFERENCES accounts (account_id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, member_account_id)
) STRICT, WITHOUT ROWID;

-- Where a group gets mail.
CREATE TABLE group_addresses (
  group_id   INTEGER NOT NULL REFERENCES groups (group_id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES accounts (account_id),
  PRIMARY KEY (group_id, account_id)
) STRICT, WITHOUT ROWID;

INSERT INTO groups (source, account_id, name)
SELECT source, account_id, name FROM old_groups ORDER BY source, account_id;

INSERT INTO group_members (group_id, member_account_id)
SELECT g.group_id, m.member_account_id
FROM old_group_members m JOIN groups g ON g.source = m.source AND g.account_id = m.group_account_id;

INSERT INTO group_addresses (group_id, account_id)
SELECT g.group_id, a.account_id
FROM old_group_addresses a JOIN groups g ON g.source = a.source AND g.account_id = a.group_account_id;

DROP TABLE old_group_addresses;
DROP TABLE old_group_members;
DROP TABLE old_groups;

CREATE INDEX group_members_by_member ON group_members (member_account_id);

PRAGMA user_version = 17;
