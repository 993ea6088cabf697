-- Declarations as they came, what each line gives, and what was posted.

CREATE TABLE declaration (
  declaration_id       bigint   PRIMARY KEY,
  run_id               integer  NOT NULL REFERENCES run,
  file_id              integer  NOT NULL REFERENCES file,
  line_no              integer  NOT NULL,
  employer_id          bigint   REFERENCES employer,
  employer_no          text COLLATE "C" NOT NULL,
  period               date,
  kind                 text,
  sender_seq           integer  NOT NULL,
  received_on          date     NOT NULL,
  status               text     NOT NULL CHECK (status IN ('FILED', 'REFUSED', 'REPEATED')),
  lines                integer  NOT NULL,
  accepted             integer  NOT NULL,
  rejected             integer  NOT NULL,
  unreadable_amounts   integer  NOT NULL,
  gross_minor          bigint   NOT NULL,
  accepted_gross_minor bigint   NOT NULL,
  persons              integer  NOT NULL,
  base_minor           bigint   NOT NULL,
  employer_minor       bigint   NOT NULL,
  insured_minor        bigint   NOT NULL,
  state_minor          bigint   NOT NULL,
  population           text     NOT NULL,
  terms_key            text     NOT NULL,
  content_sha256       text     NOT NULL,
  CHECK (status <> 'FILED' OR (employer_id IS NOT NULL AND period IS NOT NULL AND kind IS NOT NULL)),
  CHECK (period = date_trunc('month', period))
);
COMMENT ON COLUMN declaration.declaration_id IS 'File times 2^32 plus the ordinal in the file.';
COMMENT ON COLUMN declaration.terms_key IS 'Under which terms its lines were assessed when they were read.';
CREATE UNIQUE INDEX declaration_filed_once ON declaration (period, employer_id, sender_seq) WHERE status = 'FILED';

CREATE TABLE declaration_line (
  declaration_id bigint   NOT NULL,
  line_no        integer  NOT NULL,
  run_id         integer  NOT NULL,
  file_id        integer  NOT NULL,
  period         date     NOT NULL,
  employer_id    bigint   NOT NULL,
  person_id      bigint   NOT NULL,
  from_day       smallint NOT NULL,
  to_day         smallint NOT NULL,
  days           smallint NOT NULL,
  spell          smallint NOT NULL,
  gross_minor    bigint   NOT NULL,
  base_minor     bigint   NOT NULL,
  employer_minor bigint   NOT NULL,
  insured_minor  bigint   NOT NULL,
  state_minor    bigint   NOT NULL
) PARTITION BY LIST (period);
COMMENT ON TABLE declaration_line IS 'Accepted lines, with what each adds to the person''s contribution. They count when their declaration is filed and stands. No foreign keys: a control step after every intake checks all of them at once.';

-- Makes the partition of a period when it is first needed; safe when two runs need it at once.
CREATE FUNCTION ensure_declaration_period(first_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  partition_name text := 'declaration_line_' || to_char(first_day, 'YYYY_MM');
BEGIN
  IF to_regclass(partition_name) IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtext('ensure_declaration_period'));
    IF to_regclass(partition_name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF declaration_line (PRIMARY KEY (declaration_id, line_no)) FOR VALUES IN (%L)',
        partition_name, first_day);
      -- The trigger of the whole table is not asked when somebody works on the partition itself.
      EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I EXECUTE FUNCTION append_only()',
        partition_name);
    END IF;
  END IF;
END $$;

CREATE TABLE employer_standing (
  run_id         integer NOT NULL REFERENCES run,
  employer_id    bigint  NOT NULL REFERENCES employer,
  standing       text    NOT NULL CHECK (standing IN ('ABSENT', 'AS_READ', 'UNCHANGED', 'ANEW')),
  declaration_id bigint  REFERENCES declaration,
  first_filed    date,
  terms_key      text    NOT NULL,
  population     text    NOT NULL,
  ogd_no         text COLLATE "C" NOT NULL,
  valid_from     date    NOT NULL,
  valid_to       date,
  PRIMARY KEY (run_id, employer_id)
);
COMMENT ON TABLE employer_standing IS 'Plan of an assessment run: which declaration counts for each employer, and what is to be done.';

CREATE TABLE declaration_posting (
  employer_id    bigint  NOT NULL REFERENCES employer,
  period         date    NOT NULL,
  rev            integer NOT NULL CHECK (rev > 0),
  run_id         integer NOT NULL REFERENCES run,
  declaration_id bigint  REFERENCES declaration,
  terms_key      text    NOT NULL,
  as_read        boolean NOT NULL,
  PRIMARY KEY (employer_id, period, rev),
  CHECK (rev = 1 OR NOT as_read)
);
COMMENT ON TABLE declaration_posting IS 'Which declaration the posted contributions of an employer and period come from. as_read: the lines of the declaration themselves are the posted rows; else the differences are in assessment.';

CREATE TABLE assessment (
  run_id         integer NOT NULL REFERENCES run,
  period         date    NOT NULL,
  employer_id    bigint,
  person_id      bigint  NOT NULL,
  rev            integer NOT NULL CHECK (rev > 0),
  reverses       integer,
  rule           text    NOT NULL,
  population     text    NOT NULL,
  ogd_no         text COLLATE "C" NOT NULL,
  declaration_id bigint,
  base_minor     bigint  NOT NULL,
  employer_minor bigint  NOT NULL,
  insured_minor  bigint  NOT NULL,
  state_minor    bigint  NOT NULL,
  UNIQUE NULLS NOT DISTINCT (period, employer_id, person_id, rev),
  CHECK (reverses < rev)
);
COMMENT ON TABLE assessment IS 'Contributions of persons that are not posted as read: people without employer, and corrections (a reversal with negative amounts, then the new row). reverses 0 is the row posted as read.';

CREATE VIEW contribution AS
  SELECT l.run_id, l.period, l.employer_id, l.person_id, 0 AS rev, l.declaration_id, l.line_no,
         l.base_minor, l.employer_minor, l.insured_minor, l.state_minor, p.run_id AS posted_by
  FROM declaration_posting p
  JOIN declaration_line l ON l.declaration_id = p.declaration_id AND l.period = p.period
  WHERE p.as_read
  UNION ALL
  SELECT a.run_id, a.period, a.employer_id, a.person_id, a.rev, a.declaration_id, NULL,
         a.base_minor, a.employer_minor, a.insured_minor, a.state_minor, a.run_id
  FROM assessment a;
COMMENT ON VIEW contribution IS 'Every posted contribution of a person: the sub-ledger.';

CREATE TABLE employer_assessment (
  run_id          integer NOT NULL REFERENCES run,
  employer_id     bigint  NOT NULL REFERENCES employer,
  period          date    NOT NULL,
  state           text    NOT NULL CHECK (state IN ('DECLARED', 'NIL', 'MISSING')),
  population      text    NOT NULL,
  ogd_no          text COLLATE "C" NOT NULL,
  rule            text    NOT NULL,
  declaration_id  bigint  REFERENCES declaration,
  first_filed     date,
  due             date    NOT NULL,
  months_late     integer NOT NULL,
  persons         integer NOT NULL,
  base_minor      bigint  NOT NULL,
  employer_minor  bigint  NOT NULL,
  insured_minor   bigint  NOT NULL,
  state_minor     bigint  NOT NULL,
  surcharge_minor bigint  NOT NULL,
  PRIMARY KEY (period, employer_id, run_id)
);
COMMENT ON TABLE employer_assessment IS 'An employer''s month as a run found it; a run writes a row only where something differs from the last one.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON declaration         EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON declaration_line    EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON employer_standing   EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON declaration_posting EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment          EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON employer_assessment EXECUTE FUNCTION append_only();
