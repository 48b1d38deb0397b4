-- Who is who: what says whose an account is and since when, what operators decided, and what follows from both.

-- Every decision and its undoing, in order; never changed. who is the operator's user name. Instants are UTC.
CREATE TABLE identity_log (
  entry           bigint        NOT NULL CONSTRAINT identity_log_pk PRIMARY KEY,
  at_ms           bigint        NOT NULL,
  who             nvarchar(400) NOT NULL,
  action          int           NOT NULL,
  account_id      int           NULL CONSTRAINT identity_log_account REFERENCES accounts (account_id),
  person_id       int           NULL CONSTRAINT identity_log_person REFERENCES people (person_id),
  other_person_id int           NULL CONSTRAINT identity_log_other_person REFERENCES people (person_id),
  from_ms         bigint        NULL,
  to_ms           bigint        NULL,
  item_count      bigint        NOT NULL,
  undoes          bigint        NULL CONSTRAINT identity_log_undone REFERENCES identity_log (entry)
);

CREATE UNIQUE INDEX identity_log_by_undoes ON identity_log (undoes) WHERE undoes IS NOT NULL;

-- origin is ClaimOrigin; person_id is null where a decision says nobody's. A directory's claims have no entry and no
-- dates: those follow from the people's own. An open end is null.
CREATE TABLE account_claims (
  claim_id   bigint  IDENTITY NOT NULL CONSTRAINT account_claims_pk PRIMARY KEY,
  account_id int     NOT NULL CONSTRAINT account_claims_account REFERENCES accounts (account_id),
  person_id  int     NULL CONSTRAINT account_claims_person REFERENCES people (person_id),
  origin     tinyint NOT NULL,
  from_ms    bigint  NULL,
  to_ms      bigint  NULL,
  entry      bigint  NULL CONSTRAINT account_claims_entry REFERENCES identity_log (entry)
);

CREATE INDEX account_claims_by_account ON account_claims (account_id);

INSERT INTO account_claims (account_id, person_id, origin)
SELECT account_id, person_id, 1 FROM accounts WHERE person_id IS NOT NULL ORDER BY account_id;

-- Domains declared to be the company's own, beside those of the directory's addresses.
CREATE TABLE internal_domains (
  domain  nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  from_ms bigint        NULL,
  to_ms   bigint        NULL,
  entry   bigint        NOT NULL CONSTRAINT internal_domains_entry REFERENCES identity_log (entry),
  CONSTRAINT internal_domains_pk PRIMARY KEY CLUSTERED (domain, entry)
);

-- Settled from the above. accounts.person_id is the last owner; accounts with one owner at all times have no row here.
-- from_ms of an account's first row is the least integer; each row lasts until the next.
CREATE TABLE account_tenures (
  account_id int    NOT NULL CONSTRAINT account_tenures_account REFERENCES accounts (account_id),
  from_ms    bigint NOT NULL,
  person_id  int    NULL CONSTRAINT account_tenures_person REFERENCES people (person_id),
  CONSTRAINT account_tenures_pk PRIMARY KEY CLUSTERED (account_id, from_ms)
);

CREATE TYPE claim_rows AS TABLE (
  AccountId int NOT NULL,
  PersonId  int NULL,
  Origin    int NOT NULL,
  FromMs    bigint NULL,
  ToMs      bigint NULL,
  Entry     bigint NULL
);

CREATE TYPE owner_rows AS TABLE (
  AccountId int NOT NULL,
  PersonId  int NULL
);

UPDATE influencermap_schema SET version = 9;
