-- How long raw events may be kept, and the agreements that lengthen it. Applied once, under the write lock, by Schema.

-- The last row counts; no row = no profile. raw_days is null where the profile and the agreements decide.
CREATE TABLE retention_settings (
  setting_id bigint        IDENTITY NOT NULL CONSTRAINT retention_settings_pk PRIMARY KEY,
  profile    nvarchar(50)  NOT NULL,
  raw_days   bigint        NULL,
  entered_by nvarchar(256) NOT NULL,
  entered_ms bigint        NOT NULL
);

-- kind is AgreementKind; channels are names separated by blanks, none = all. expires is the first day without it.
CREATE TABLE agreements (
  agreement_id bigint        IDENTITY NOT NULL CONSTRAINT agreements_pk PRIMARY KEY,
  kind         bigint        NOT NULL,
  number       nvarchar(200) NOT NULL,
  agreed       nvarchar(10)  NOT NULL,
  channels     nvarchar(200) NOT NULL,
  max_days     bigint        NOT NULL,
  expires      nvarchar(10)  NOT NULL,
  entered_by   nvarchar(256) NOT NULL,
  entered_ms   bigint        NOT NULL,
  withdrawn_ms bigint        NULL
);

UPDATE influencermap_schema SET version = 15;
