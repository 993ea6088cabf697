-- The registry of care, bitemporal as V3: who gives care, who belongs to whom, which acts there are and at what price. What held on a
-- day, as a set of runs knew it, is per key the version with the latest valid_from not after that day; of several with the same, the
-- one of the latest run. valid_to is the first day on which it no longer holds. Versions of withdrawn files never count.

-- Kinds of files; what other migrations allow stays allowed.
DO $$
DECLARE
  kinds text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conrelid = 'file'::regclass AND conname = 'file_kind_check');
BEGIN
  ALTER TABLE file DROP CONSTRAINT file_kind_check;
  EXECUTE format('ALTER TABLE file ADD CONSTRAINT file_kind_check CHECK (%s OR kind IN (''providers'', ''conventions'', ''dependants'',
    ''statuses'', ''acts'', ''crosswalks'', ''tariffs'', ''medicines'', ''agreements'', ''invoices''))', kinds);
END $$;

-- Who gives care.
CREATE TABLE provider (
  provider_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  provider_no text COLLATE "C" NOT NULL UNIQUE,
  run_id      integer NOT NULL REFERENCES run
);

CREATE TABLE provider_version (
  provider_id bigint  NOT NULL REFERENCES provider,
  valid_from  date    NOT NULL,
  run_id      integer NOT NULL REFERENCES run,
  file_id     integer NOT NULL REFERENCES file,
  line_no     integer NOT NULL,
  name        text    NOT NULL,
  level       text COLLATE "C" NOT NULL CHECK (level <> ''),
  specialty   text COLLATE "C" NOT NULL,
  region      text COLLATE "C" NOT NULL,
  ogd_no      text COLLATE "C" NOT NULL,
  valid_to    date,
  PRIMARY KEY (provider_id, valid_from, run_id),
  CHECK (valid_to > valid_from)
);
COMMENT ON TABLE provider_version IS 'Hospitals, health centres, pharmacies, laboratories, practices. A provider without a version that holds on the day of care is closed on it.';
COMMENT ON COLUMN provider_version.level IS 'Level of care as the care law and the tariffs name it: cspm, cma, chr, chu, clinic, pharmacy …';
COMMENT ON COLUMN provider_version.specialty IS 'Of a practice or department; empty for none.';
COMMENT ON COLUMN provider_version.ogd_no IS 'The delegated body that liquidates its invoices; empty for the fund itself.';

CREATE TABLE convention (
  provider_id bigint  NOT NULL REFERENCES provider,
  valid_from  date    NOT NULL,
  run_id      integer NOT NULL REFERENCES run,
  file_id     integer NOT NULL REFERENCES file,
  line_no     integer NOT NULL,
  reference   text COLLATE "C" NOT NULL,
  level       text COLLATE "C" NOT NULL,
  valid_to    date,
  PRIMARY KEY (provider_id, valid_from, run_id),
  CHECK (valid_to > valid_from)
);
COMMENT ON TABLE convention IS 'When a provider is contracted: care given on a day without a convention is no third-party care.';
COMMENT ON COLUMN convention.reference IS 'Number of the contract, or empty.';
COMMENT ON COLUMN convention.level IS 'Level at whose tariff it is paid; empty for the provider''s own.';

-- Who belongs to whom, and what is so of a person.
CREATE TABLE dependant_link (
  head_id      bigint   NOT NULL,
  dependant_id bigint   NOT NULL,
  valid_from   date     NOT NULL,
  run_id       integer  NOT NULL,
  file_id      integer  NOT NULL,
  line_no      integer  NOT NULL,
  relation     text     NOT NULL CHECK (relation IN ('spouse', 'child', 'ascendant')),
  rank         smallint CHECK (rank > 0),
  valid_to     date,
  PRIMARY KEY (head_id, dependant_id, valid_from, run_id),
  CHECK (valid_to > valid_from),
  CHECK (head_id <> dependant_id)
);
COMMENT ON TABLE dependant_link IS 'Dependants of insured persons, both in person; several heads may declare the same one, the care law says to whom it belongs.';
COMMENT ON COLUMN dependant_link.rank IS 'Number of the dependant on the head''s card, with which providers invoice; null where there is none.';
CREATE INDEX dependant_link_dependant ON dependant_link (dependant_id);
CREATE TRIGGER refers AFTER INSERT ON dependant_link REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'head_id', 'person', 'person_id', 'dependant_id', 'person', 'person_id');

CREATE TABLE person_status (
  person_id  bigint  NOT NULL,
  kind       text COLLATE "C" NOT NULL,
  detail     text COLLATE "C" NOT NULL,
  valid_from date    NOT NULL,
  run_id     integer NOT NULL,
  file_id    integer NOT NULL,
  line_no    integer NOT NULL,
  reference  text    NOT NULL,
  valid_to   date,
  PRIMARY KEY (person_id, kind, detail, valid_from, run_id),
  CHECK (kind IN ('pregnancy', 'disability', 'chronic', 'student', 'assistance', 'programme', 'mutual')),
  CHECK (valid_to > valid_from),
  CHECK ((detail <> '') >= (kind IN ('chronic', 'programme', 'mutual')))
);
COMMENT ON TABLE person_status IS 'What is so of a person for a time: pregnancy, disability, a chronic disease, schooling, assistance to indigents, a free-care programme, a mutual.';
COMMENT ON COLUMN person_status.detail IS 'chronic: code of the affection (CIM-10); programme and mutual: which one; else empty or free.';
COMMENT ON COLUMN person_status.reference IS 'Certificate, card or decision, or empty.';
CREATE TRIGGER refers AFTER INSERT ON person_status REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'person_id', 'person', 'person_id');

-- Which acts there are.
CREATE TABLE act (
  act_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  act_code text COLLATE "C" NOT NULL UNIQUE,
  run_id   integer NOT NULL REFERENCES run
);

CREATE TABLE act_version (
  act_id       bigint  NOT NULL REFERENCES act,
  valid_from   date    NOT NULL,
  run_id       integer NOT NULL REFERENCES run,
  file_id      integer NOT NULL REFERENCES file,
  line_no      integer NOT NULL,
  nomenclature text COLLATE "C" NOT NULL,
  label        text    NOT NULL,
  care_group   text COLLATE "C" NOT NULL CHECK (care_group <> ''),
  letter       text COLLATE "C" NOT NULL,
  coefficient  numeric(9,3) CHECK (coefficient > 0),
  flat_minor   bigint CHECK (flat_minor >= 0),
  sex          text    NOT NULL CHECK (sex IN ('M', 'F', '')),
  min_months   integer CHECK (min_months >= 0),
  max_months   integer CHECK (max_months >= min_months),
  levels       text COLLATE "C" NOT NULL,
  agreement    boolean NOT NULL,
  valid_to     date,
  PRIMARY KEY (act_id, valid_from, run_id),
  CHECK (valid_to > valid_from),
  CHECK ((letter <> '') = (coefficient IS NOT NULL)),
  CHECK (letter = '' OR flat_minor IS NULL)
);
COMMENT ON TABLE act_version IS 'The nomenclature. The price of an act is letter times coefficient times the unit value of the day (tariff); or its flat amount; or, with neither, a tariff of the act itself.';
COMMENT ON COLUMN act_version.nomenclature IS 'Which nomenclature, in which version, it stands in; for people.';
COMMENT ON COLUMN act_version.care_group IS 'Group of care as the care law names it: consultation, stay, medicine, biology, imaging, surgery, delivery …';
COMMENT ON COLUMN act_version.min_months IS 'Age on the day of care from which it is given, in whole months; null for any.';
COMMENT ON COLUMN act_version.max_months IS 'Greatest age on the day of care in whole months, inclusive; null for any.';
COMMENT ON COLUMN act_version.levels IS 'Levels of provider that may give it, separated by commas without spaces; empty for all.';
COMMENT ON COLUMN act_version.agreement IS 'Whether it needs prior agreement.';

CREATE TABLE act_crosswalk (
  old_code   text COLLATE "C" NOT NULL CHECK (old_code <> ''),
  valid_from date    NOT NULL,
  run_id     integer NOT NULL REFERENCES run,
  file_id    integer NOT NULL REFERENCES file,
  line_no    integer NOT NULL,
  new_code   text COLLATE "C" NOT NULL REFERENCES act (act_code),
  valid_to   date,
  PRIMARY KEY (old_code, valid_from, run_id),
  CHECK (valid_to > valid_from),
  CHECK (new_code <> old_code)
);
COMMENT ON TABLE act_crosswalk IS 'By which act a code of an older nomenclature is read, for care from valid_from on.';

-- At what price.
CREATE TABLE tariff (
  basis      text    NOT NULL CHECK (basis IN ('letter', 'act')),
  item       text COLLATE "C" NOT NULL CHECK (item <> ''),
  level      text COLLATE "C" NOT NULL,
  valid_from date    NOT NULL,
  run_id     integer NOT NULL REFERENCES run,
  file_id    integer NOT NULL REFERENCES file,
  line_no    integer NOT NULL,
  unit_minor bigint  NOT NULL CHECK (unit_minor >= 0),
  valid_to   date,
  PRIMARY KEY (basis, item, level, valid_from, run_id),
  CHECK (valid_to > valid_from)
);
COMMENT ON TABLE tariff IS 'Unit value of a letter, or price of an act, from a day on. The tariff of the provider''s level is taken, else that of all.';
COMMENT ON COLUMN tariff.item IS 'The letter, or the code of the act.';
COMMENT ON COLUMN tariff.level IS 'Level of provider; empty for all.';

CREATE TABLE medicine (
  medicine_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  medicine_code text COLLATE "C" NOT NULL UNIQUE,
  run_id        integer NOT NULL REFERENCES run
);

CREATE TABLE medicine_version (
  medicine_id     bigint  NOT NULL REFERENCES medicine,
  valid_from      date    NOT NULL,
  run_id          integer NOT NULL REFERENCES run,
  file_id         integer NOT NULL REFERENCES file,
  line_no         integer NOT NULL,
  label           text    NOT NULL,
  dci             text COLLATE "C" NOT NULL,
  reference_minor bigint CHECK (reference_minor >= 0),
  generic_group   text COLLATE "C" NOT NULL,
  programme       text COLLATE "C" NOT NULL,
  agreement       boolean NOT NULL,
  valid_to        date,
  PRIMARY KEY (medicine_id, valid_from, run_id),
  CHECK (valid_to > valid_from)
);
COMMENT ON TABLE medicine_version IS 'Medicines on the list of what is covered; one that is not on it is not. Its group of care is medicine.';
COMMENT ON COLUMN medicine_version.dci IS 'International non-proprietary name (DCI).';
COMMENT ON COLUMN medicine_version.reference_minor IS 'Reference price of one unit; null for its price as charged.';
COMMENT ON COLUMN medicine_version.generic_group IS 'Group within which the least reference price counts; empty for none.';
COMMENT ON COLUMN medicine_version.programme IS 'The free-care programme that supplies it in kind, as the care law names it; empty for none.';

CREATE TABLE prior_agreement (
  agreement_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agreement_no text COLLATE "C" NOT NULL UNIQUE,
  run_id       integer NOT NULL REFERENCES run
);

CREATE TABLE prior_agreement_version (
  agreement_id        bigint  NOT NULL,
  item                text COLLATE "C" NOT NULL CHECK (item <> ''),
  valid_from          date    NOT NULL,
  run_id              integer NOT NULL,
  file_id             integer NOT NULL,
  line_no             integer NOT NULL,
  person_id           bigint  NOT NULL,
  basis               text    NOT NULL CHECK (basis IN ('act', 'group', 'medicine')),
  asked_quantity      numeric(12,3) CHECK (asked_quantity > 0),
  approved_quantity   numeric(12,3) CHECK (approved_quantity >= 0),
  approved_unit_minor bigint CHECK (approved_unit_minor >= 0),
  reference           text    NOT NULL,
  valid_to            date,
  PRIMARY KEY (agreement_id, item, valid_from, run_id),
  CHECK (valid_to > valid_from)
);
COMMENT ON TABLE prior_agreement_version IS 'What the fund''s medical control agreed to beforehand. An agreement covers several acts in several rows.';
COMMENT ON COLUMN prior_agreement_version.item IS 'Code of the act or medicine, or group of care, by basis.';
COMMENT ON COLUMN prior_agreement_version.approved_quantity IS 'Units that are agreed to, over all lines together; 0: refused; null: without limit.';
COMMENT ON COLUMN prior_agreement_version.approved_unit_minor IS 'Price of one unit that is agreed to; null for the tariff.';
COMMENT ON COLUMN prior_agreement_version.reference IS 'The reviewer''s decision, or empty.';
CREATE INDEX prior_agreement_person ON prior_agreement_version (person_id);
CREATE TRIGGER refers AFTER INSERT ON prior_agreement_version REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'person_id', 'person', 'person_id',
    'agreement_id', 'prior_agreement', 'agreement_id');

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON provider                EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON provider_version        EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON convention              EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dependant_link          EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_status           EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON act                     EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON act_version             EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON act_crosswalk           EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tariff                  EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON medicine                EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON medicine_version        EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON prior_agreement         EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON prior_agreement_version EXECUTE FUNCTION append_only();

CREATE VIEW registry_version AS
  SELECT file_id, run_id, valid_from FROM ogd_version
  UNION ALL SELECT file_id, run_id, valid_from FROM employer_version
  UNION ALL SELECT file_id, run_id, valid_from FROM person_version
  UNION ALL SELECT file_id, run_id, valid_from FROM person_identifier
  UNION ALL SELECT file_id, run_id, valid_from FROM provider_version
  UNION ALL SELECT file_id, run_id, valid_from FROM convention
  UNION ALL SELECT file_id, run_id, valid_from FROM dependant_link
  UNION ALL SELECT file_id, run_id, valid_from FROM person_status
  UNION ALL SELECT file_id, run_id, valid_from FROM act_version
  UNION ALL SELECT file_id, run_id, valid_from FROM act_crosswalk
  UNION ALL SELECT file_id, run_id, valid_from FROM tariff
  UNION ALL SELECT file_id, run_id, valid_from FROM medicine_version
  UNION ALL SELECT file_id, run_id, valid_from FROM prior_agreement_version;
COMMENT ON VIEW registry_version IS 'What every kind of registry file has said, whose it is apart.';
