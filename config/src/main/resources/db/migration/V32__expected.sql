-- Whom others expect to be declared, and what a control finds.

ALTER TABLE file
  DROP CONSTRAINT file_kind_check,
  ADD CONSTRAINT file_kind_check CHECK (kind IN ('declarations', 'ogds', 'employers', 'persons', 'identifiers', 'receipts', 'remittances', 'expected'));

CREATE TABLE expected_person (
  expected_id bigint  PRIMARY KEY,
  run_id      integer NOT NULL REFERENCES run,
  file_id     integer NOT NULL REFERENCES file,
  line_no     integer NOT NULL,
  list        text COLLATE "C" NOT NULL CHECK (list <> ''),
  period      date    NOT NULL CHECK (period = date_trunc('month', period)),
  employer_no text COLLATE "C" NOT NULL,
  person_no   text COLLATE "C" NOT NULL,
  national_id text COLLATE "C" NOT NULL,
  last_name   text    NOT NULL,
  first_name  text    NOT NULL,
  birth_date  date,
  sex         text    NOT NULL CHECK (sex IN ('M', 'F', '')),
  pay_minor   bigint CHECK (pay_minor >= 0),
  CHECK (person_no <> '' OR national_id <> '' OR last_name <> '')
);
COMMENT ON TABLE expected_person IS 'A person whom a list of somebody else has for an employer and month: State payroll, pension body, tax office, the employer''s own staff.';
COMMENT ON COLUMN expected_person.expected_id IS 'File and line: the same after a restart.';
CREATE INDEX expected_person_period ON expected_person (period);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON expected_person EXECUTE FUNCTION append_only();

-- What counts of the lists for a month: of each list and employer what came last, whole.
CREATE FUNCTION standing_expected(of_period date, runs integer[], withdrawn integer[]) RETURNS SETOF expected_person LANGUAGE sql STABLE AS $$
  SELECT x.*
  FROM expected_person x
  JOIN (SELECT e.list, e.employer_no, max(e.run_id) AS run_id
        FROM expected_person e
        WHERE e.period = of_period AND e.run_id = ANY (runs) AND e.file_id <> ALL (withdrawn)
        GROUP BY e.list, e.employer_no) last USING (list, employer_no, run_id)
  WHERE x.period = of_period AND x.file_id <> ALL (withdrawn)
$$;

CREATE TABLE control_finding (
  run_id        integer NOT NULL REFERENCES run,
  employer_no   text COLLATE "C" NOT NULL,
  ogd_no        text COLLATE "C" NOT NULL,
  item          bigint  NOT NULL,
  person_id     bigint,
  expected_id   bigint REFERENCES expected_person,
  finding       text    NOT NULL,
  lists         text    NOT NULL,
  pay_minor     bigint  NOT NULL,
  against_minor bigint,
  missing_minor bigint  NOT NULL CHECK (missing_minor >= 0),
  PRIMARY KEY (run_id, employer_no, item, finding)
);
COMMENT ON TABLE control_finding IS 'What a control of a month''s declarations found, a row a person, employer and finding; missing_minor is an estimate and nobody''s debt.';
COMMENT ON COLUMN control_finding.item IS 'The person, or the row of the list where nobody is recognised in it.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON control_finding EXECUTE FUNCTION append_only();

CREATE TABLE silent_employer (
  run_id        integer NOT NULL REFERENCES run,
  employer_id   bigint  NOT NULL,
  ogd_no        text COLLATE "C" NOT NULL,
  expected      integer NOT NULL,
  missing_minor bigint  NOT NULL,
  PRIMARY KEY (run_id, employer_id)
);
COMMENT ON TABLE silent_employer IS 'Employers that were to file something for the month of a control and did not.';
CREATE TRIGGER refers AFTER INSERT ON silent_employer REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('employer_id', 'employer', 'employer_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON silent_employer EXECUTE FUNCTION append_only();
