-- Groups of accounts, by the source that tells of them. Applied once, under the write lock, by Schema.
-- Belonging to a group is no interaction. Kept by account, so that the owners of accounts are joined when it is read.

-- name is null where the source does not ask for it, as for mailing lists.
CREATE TABLE groups (
  source     TEXT    NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (account_id),
  name       TEXT,
  PRIMARY KEY (source, account_id)
) STRICT, WITHOUT ROWID;

-- A member may be a group.
CREATE TABLE group_members (
  source            TEXT    NOT NULL,
  group_account_id  INTEGER NOT NULL,
  member_account_id INTEGER NOT NULL REFERENCES accounts (account_id) ON DELETE CASCADE,
  PRIMARY KEY (source, group_account_id, member_account_id),
  FOREIGN KEY (source, group_account_id) REFERENCES groups (source, account_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX group_members_by_member ON group_members (member_account_id);

-- Where a group gets mail.
CREATE TABLE group_addresses (
  source           TEXT    NOT NULL,
  group_account_id INTEGER NOT NULL,
  account_id       INTEGER NOT NULL REFERENCES accounts (account_id),
  PRIMARY KEY (source, group_account_id, account_id),
  FOREIGN KEY (source, group_account_id) REFERENCES groups (source, account_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 6;
