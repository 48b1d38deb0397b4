-- Groups of accounts, by the source that tells of them. Applied once, under the write lock, by Schema.
-- Belonging to a group is no interaction. Kept by account, so that the owners of accounts are joined when it is read.

-- name is null where the source does not ask for it, as for mailing lists.
CREATE TABLE groups (
  source     nvarchar(100)  COLLATE Latin1_General_BIN2 NOT NULL,
  account_id int            NOT NULL CONSTRAINT groups_account REFERENCES accounts (account_id),
  name       nvarchar(1000) NULL,
  CONSTRAINT groups_pk PRIMARY KEY CLUSTERED (source, account_id)
);

-- A member may be a group.
CREATE TABLE group_members (
  source            nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  group_account_id  int           NOT NULL,
  member_account_id int           NOT NULL
    CONSTRAINT group_members_account REFERENCES accounts (account_id) ON DELETE CASCADE,
  CONSTRAINT group_members_pk PRIMARY KEY CLUSTERED (source, group_account_id, member_account_id),
  CONSTRAINT group_members_group
    FOREIGN KEY (source, group_account_id) REFERENCES groups (source, account_id) ON DELETE CASCADE
);

CREATE INDEX group_members_by_member ON group_members (member_account_id);

-- Where a group gets mail.
CREATE TABLE group_addresses (
  source           nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  group_account_id int           NOT NULL,
  account_id       int           NOT NULL CONSTRAINT group_addresses_account REFERENCES accounts (account_id),
  CONSTRAINT group_addresses_pk PRIMARY KEY CLUSTERED (source, group_account_id, account_id),
  CONSTRAINT group_addresses_group
    FOREIGN KEY (source, group_account_id) REFERENCES groups (source, account_id) ON DELETE CASCADE
);

UPDATE influencermap_schema SET version = 6;
