-- What was decided of each line of care, and what of it was told.

CREATE TABLE claim_decision (
  claim_line_id  bigint   NOT NULL,
  rev            integer  NOT NULL CHECK (rev > 0),
  reverses       integer CHECK (reverses = rev - 1),
  run_id         integer  NOT NULL,
  invoice_id     bigint   NOT NULL,
  household_id   bigint   NOT NULL,
  status         text     NOT NULL CHECK (status IN ('PAID', 'REFUSED', 'PENDED', 'WITHDRAWN')),
  pend           smallint,
  charged_minor  bigint   NOT NULL CHECK (charged_minor >= 0),
  tariff_minor   bigint   NOT NULL CHECK (tariff_minor >= 0),
  copay_minor    bigint   NOT NULL CHECK (copay_minor >= 0),
  verdict_sha256 text     NOT NULL,
  PRIMARY KEY (claim_line_id, rev),
  CHECK ((reverses IS NULL) = (rev = 1)),
  CHECK ((status = 'PENDED') = (pend IS NOT NULL)),
  CHECK (status <> 'WITHDRAWN' OR (rev > 1 AND charged_minor = 0 AND tariff_minor = 0 AND copay_minor = 0))
);
COMMENT ON TABLE claim_decision IS 'Each revision takes back the one before and stands in its place; the last one stands. WITHDRAWN: nothing does, because the line counts no more.';
COMMENT ON COLUMN claim_decision.household_id IS 'The head under whom the line was judged, or the person where none is known.';
COMMENT ON COLUMN claim_decision.pend IS 'Number of the reason for which a line waits.';
COMMENT ON COLUMN claim_decision.tariff_minor IS 'What the registry''s price comes to; 0 where it was refused before.';
COMMENT ON COLUMN claim_decision.verdict_sha256 IS 'Of all that was decided, in canonical form: a revision comes only when it differs.';
CREATE INDEX claim_decision_run ON claim_decision (run_id);
CREATE INDEX claim_decision_invoice ON claim_decision (invoice_id);

CREATE TABLE claim_share (
  claim_line_id bigint   NOT NULL,
  rev           integer  NOT NULL,
  run_id        integer  NOT NULL,
  n             smallint NOT NULL CHECK (n > 0),
  payer         text COLLATE "C" NOT NULL CHECK (payer <> ''),
  amount_minor  bigint   NOT NULL CHECK (amount_minor > 0),
  rate          text COLLATE "C" NOT NULL,
  PRIMARY KEY (claim_line_id, rev, n),
  UNIQUE (claim_line_id, rev, payer)
);
COMMENT ON TABLE claim_share IS 'What each payer pays, in the order in which they pay; of a line that waits, what is reserved. rate: the parameter of the law that gives its percentage.';

CREATE TABLE claim_reduction (
  claim_line_id bigint   NOT NULL,
  rev           integer  NOT NULL,
  run_id        integer  NOT NULL,
  n             smallint NOT NULL CHECK (n > 0),
  code          smallint NOT NULL CHECK (code > 0),
  payer         text COLLATE "C" NOT NULL,
  amount_minor  bigint   NOT NULL CHECK (amount_minor > 0),
  bearer        text     NOT NULL CHECK (bearer IN ('PATIENT', 'PROVIDER')),
  arguments     text     NOT NULL,
  PRIMARY KEY (claim_line_id, rev, n)
);
COMMENT ON TABLE claim_reduction IS 'What nobody pays of a line, and why. payer: who would have paid it, or empty.';

CREATE TABLE claim_consumption (
  claim_line_id  bigint   NOT NULL,
  rev            integer  NOT NULL,
  run_id         integer  NOT NULL,
  n              smallint NOT NULL CHECK (n > 0),
  limit_id       text COLLATE "C" NOT NULL,
  key            text COLLATE "C" NOT NULL,
  on_date        date     NOT NULL,
  quantity_milli bigint   NOT NULL CHECK (quantity_milli >= 0),
  amount_minor   bigint   NOT NULL CHECK (amount_minor >= 0),
  PRIMARY KEY (claim_line_id, rev, n)
);
COMMENT ON TABLE claim_consumption IS 'What a line takes of a limit, an agreement or an episode; of one that waits, what it reserves. Quantities in thousandths.';

-- What a run has to look at, until it ends: emptied by its last step. Planned at once, so that a restart goes through the same.
CREATE TABLE claim_work (
  run_id        integer NOT NULL,
  household_id  bigint  NOT NULL,
  claim_line_id bigint  NOT NULL,
  person_id     bigint  NOT NULL,
  invoice_id    bigint  NOT NULL,
  care_on       date    NOT NULL,
  kind          text    NOT NULL CHECK (kind IN ('LINE', 'REDUCED', 'FALLEN')),
  rev           integer NOT NULL,
  verdict_sha256 text   NOT NULL,
  PRIMARY KEY (run_id, household_id, claim_line_id)
);
COMMENT ON TABLE claim_work IS 'LINE: to be judged; REDUCED: firm, and judged again for more, because something of the household is taken back; FALLEN: it counts no more, and what was decided of it is taken back. rev and verdict: what was decided last, 0 and empty for nothing.';
CREATE TABLE claim_member (
  run_id       integer NOT NULL,
  household_id bigint  NOT NULL,
  person_id    bigint  NOT NULL,
  PRIMARY KEY (run_id, household_id, person_id)
);
COMMENT ON TABLE claim_member IS 'The persons of the households of claim_work: those whose care is judged together. Of persons with several numbers the one that is kept.';

-- What a remittance told, once for ever: nothing is paid twice.
CREATE TABLE claim_told (
  claim_line_id bigint   NOT NULL,
  rev           integer  NOT NULL,
  sign          smallint NOT NULL CHECK (sign IN (1, -1)),
  run_id        integer  NOT NULL,
  invoice_id    bigint   NOT NULL,
  provider_id   bigint   NOT NULL,
  household_id  bigint   NOT NULL,
  PRIMARY KEY (claim_line_id, rev, sign)
);
COMMENT ON TABLE claim_told IS 'Lines that a remittance made firm: sign 1 tells a decision, -1 takes one back that was told before and was replaced.';
CREATE INDEX claim_told_run ON claim_told (run_id);

-- What is taken back was told before, by an earlier run.
CREATE FUNCTION told_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT a.claim_line_id, a.rev INTO bad
  FROM added a
  WHERE a.sign = -1
    AND NOT EXISTS (SELECT FROM claim_told t WHERE t.claim_line_id = a.claim_line_id AND t.rev = a.rev AND t.sign = 1 AND t.run_id < a.run_id)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'revision % of line % is taken back and was never told', bad.rev, bad.claim_line_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER told_before AFTER INSERT ON claim_told REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION told_before();

CREATE TRIGGER refers AFTER INSERT ON claim_decision REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'claim_line_id', 'claim_line', 'claim_line_id', 'household_id', 'person', 'person_id');
CREATE TRIGGER refers AFTER INSERT ON claim_told REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'claim_line_id', 'claim_line', 'claim_line_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_decision    EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_share       EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_reduction   EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_consumption EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_told        EXECUTE FUNCTION append_only();

-- The decisions that stand, by all that is committed.
CREATE VIEW standing_claim_decision AS
  SELECT d.* FROM claim_decision d
  WHERE d.status <> 'WITHDRAWN'
    AND NOT EXISTS (SELECT FROM claim_decision n WHERE n.claim_line_id = d.claim_line_id AND n.rev = d.rev + 1);

-- What acts and medicines are called on a day, as some runs know them.
CREATE FUNCTION care_label(of_day date, runs integer[]) RETURNS TABLE (code text, medicine boolean, label text) LANGUAGE sql STABLE AS $$
  (SELECT DISTINCT ON (a.act_code) a.act_code, false, v.label
   FROM act a JOIN act_version v USING (act_id)
   WHERE v.run_id = ANY (runs) AND v.valid_from <= of_day
   ORDER BY a.act_code, v.valid_from DESC, v.run_id DESC)
  UNION ALL
  (SELECT DISTINCT ON (m.medicine_code) m.medicine_code, true, v.label
   FROM medicine m JOIN medicine_version v USING (medicine_id)
   WHERE v.run_id = ANY (runs) AND v.valid_from <= of_day
   ORDER BY m.medicine_code, v.valid_from DESC, v.run_id DESC)
$$;

-- Documents about a provider or a person.
ALTER TABLE document
  ADD COLUMN provider_id bigint,
  ADD COLUMN person_id   bigint;
COMMENT ON COLUMN document.provider_id IS 'Of a remittance.';
COMMENT ON COLUMN document.person_id IS 'Of a statement of care: the head of the household.';

-- The ledger: what a payer owes for an invoice. What other documents hold is not changed.
DO $$
DECLARE
  debtors text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                   WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_debtor_check');
  components text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                      WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_component_check');
BEGIN
  ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_debtor_check, DROP CONSTRAINT ledger_entry_component_check;
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_debtor_check CHECK (debtor = ''INVOICE'' OR %s)', debtors);
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_component_check CHECK (
    CASE WHEN debtor = ''INVOICE'' THEN component IN (''CARE'', ''REIMBURSEMENT'') ELSE %s END)', components);
END $$;
COMMENT ON COLUMN ledger_entry.ogd_no IS 'The delegated body that collects; of a balance that was taken on, the account of the chart; of an invoice, who pays (amu, amo, a programme).';
