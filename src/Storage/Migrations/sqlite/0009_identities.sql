-- Who is who: what says whose an account is and since when, what operators decided, and what follows from both.

-- Every decision and its undoing, in order; never changed. who is the operator's user name. Instants are UTC.
CREATE TABLE identity_log (
  entry           INTEGER PRIMARY KEY,
  at_ms           INTEGER NOT NULL,
  who             TEXT    NOT NULL,
  action          INTEGER NOT NULL,
  account_id      INTEGER REFERENCES accounts (account_id),
  person_id       INTEGER REFERENCES people (person_id),
  other_person_id INTEGER REFERENCES people (person_id),
  from_ms         INTEGER,
  to_ms           INTEGER,
  item_count      INTEGER NOT NULL,
  undoes          INTEGER UNIQUE REFERENCES identity_log (entry)
) STRICT;

-- origin is ClaimOrigin; person_id is null where a decision says nobody's. A directory's claims have no entry and no
-- dates: those follow from the people's own. An open end is null.
CREATE TABLE account_claims (
  claim_id   INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (account_id),
  person_id  INTEGER REFERENCES people (person_id),
  origin     INTEGER NOT NULL,
  from_ms    INTEGER,
  to_ms      INTEGER,
  entry      INTEGER REFERENCES identity_log (entry)
) STRICT;

CREATE INDEX account_claims_by_account ON account_claims (account_id);

INSERT INTO account_claims (account_id, person_id, origin)
SELECT account_id, person_id, 1 FROM accounts WHERE person_id IS NOT NULL ORDER BY account_id;

-- Domains declared to be the company's own, beside those of the directory's addresses.
CREATE TABLE internal_domains (
  domain  TEXT    NOT NULL,
  from_ms INTEGER,
  to_ms   INTEGER,
  entry   INTEGER NOT NULL REFERENCES identity_log (entry),
  PRIMARY KEY (domain, entry)
) STRICT, WITHOUT ROWID;

-- Settled from the above. accounts.person_id is the last owner; accounts with one owner at all times have no row here.
-- from_ms of an account's first row is the least integer; each row lasts until the next.
CREATE TABLE account_tenures (
  account_id INTEGER NOT NULL REFERENCES accounts (account_id),
  from_ms    INTEGER NOT NULL,
  person_id  INTEGER REFERENCES people (person_id),
  PRIMARY KEY (account_id, from_ms)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 9;
