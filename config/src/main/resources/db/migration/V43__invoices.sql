-- Invoices of providers and requests for reimbursement, as they were taken in. Whether care is covered, at what price and who pays is
-- decided later; here it is who says what, and whether it adds up.

CREATE TABLE invoice_lot (
  lot_id        bigint   PRIMARY KEY,
  run_id        integer  NOT NULL REFERENCES run,
  file_id       integer  NOT NULL REFERENCES file,
  line_no       integer  NOT NULL,
  provider_no   text COLLATE "C" NOT NULL,
  lot_no        text COLLATE "C" NOT NULL,
  invoices      integer  NOT NULL,
  lines         integer  NOT NULL,
  amount_minor  bigint   NOT NULL,
  unreadable    integer  NOT NULL,
  said_invoices integer,
  said_minor    bigint,
  refused          smallint NOT NULL,
  refused_field    text     NOT NULL DEFAULT '',
  refused_value    text     NOT NULL DEFAULT '',
  refused_expected text     NOT NULL DEFAULT ''
);
COMMENT ON TABLE invoice_lot IS 'What was read of each lot (bordereau) of a file, one without a number included; refused: reject code of the whole lot, or 0.';
COMMENT ON COLUMN invoice_lot.lot_id IS 'File times 2^24 plus its first line: the same after a restart.';
COMMENT ON COLUMN invoice_lot.unreadable IS 'Lines whose amount cannot be read; amount_minor is the sum of the others.';
CREATE INDEX invoice_lot_file ON invoice_lot (file_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoice_lot EXECUTE FUNCTION append_only();

CREATE TABLE invoice (
  invoice_id     bigint   PRIMARY KEY,
  run_id         integer  NOT NULL,
  file_id        integer  NOT NULL,
  line_no        integer  NOT NULL,
  lot_id         bigint   NOT NULL REFERENCES invoice_lot,
  lot_no         text COLLATE "C" NOT NULL,
  provider_id    bigint,
  provider_no    text COLLATE "C" NOT NULL,
  invoice_no     text COLLATE "C" NOT NULL,
  version        integer  NOT NULL CHECK (version > 0),
  correction     integer  NOT NULL CHECK (correction >= 0),
  completes_id   bigint,
  filing         integer  NOT NULL CHECK (filing > 0),
  kind           text     NOT NULL CHECK (kind IN ('third_party', 'reimbursement')),
  received_on    date     NOT NULL,
  period         date CHECK (period = date_trunc('month', period)),
  lines          integer  NOT NULL,
  charged_minor  bigint   NOT NULL,
  unreadable     integer  NOT NULL,
  said_lines     integer,
  said_minor     bigint,
  status         text     NOT NULL CHECK (status IN ('FILED', 'REFUSED', 'REPEATED')),
  refused        smallint NOT NULL,
  refused_field    text   NOT NULL DEFAULT '',
  refused_value    text   NOT NULL DEFAULT '',
  refused_expected text   NOT NULL DEFAULT '',
  content_sha256 text     NOT NULL,
  CHECK ((refused <> 0) = (status = 'REFUSED')),
  CHECK (status = 'REFUSED' OR provider_id IS NOT NULL),
  CHECK ((correction > 0) = (completes_id IS NOT NULL))
);
COMMENT ON TABLE invoice IS 'What was read of each invoice of a file. FILED: its accepted lines are in claim_line; REPEATED: one that is filed says the same already. Which one counts: standing_invoice.';
COMMENT ON COLUMN invoice.invoice_id IS 'File times 2^24 plus its first line: the same after a restart.';
COMMENT ON COLUMN invoice.version IS 'A corrected invoice has the number of the one that it replaces and a higher version.';
COMMENT ON COLUMN invoice.correction IS 'Rejected lines that came back corrected: the how-manyth time, for the invoice in completes_id; else 0.';
COMMENT ON COLUMN invoice.filing IS 'How often it was filed under this number and version, this time included: once, but for withdrawals. Of corrected lines: that of the invoice that they complete.';
COMMENT ON COLUMN invoice.kind IS 'third_party: the provider is paid (tiers payant); reimbursement: the insured person is, who has paid the provider.';
COMMENT ON COLUMN invoice.period IS 'First day of the month that is invoiced: the one it says, else that of its last care. Lines of an earlier month are late.';
COMMENT ON COLUMN invoice.charged_minor IS 'Sum of what its lines charge, rejected ones included, as far as it can be read; lines counts all.';
CREATE UNIQUE INDEX invoice_filed_once ON invoice (provider_id, invoice_no, version, correction, filing) WHERE status = 'FILED';
CREATE INDEX invoice_file ON invoice (file_id);
CREATE INDEX invoice_completing ON invoice (completes_id) WHERE completes_id IS NOT NULL;
CREATE TRIGGER refers AFTER INSERT ON invoice REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'provider_id', 'provider', 'provider_id',
    'completes_id', 'invoice', 'invoice_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoice EXECUTE FUNCTION append_only();

-- A number and version is filed again only after its withdrawal; what completes an invoice falls with it.
CREATE FUNCTION invoiced_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT a.provider_no, a.invoice_no, a.version INTO bad
  FROM added a
  WHERE a.filing > 1 AND a.status = 'FILED' AND a.completes_id IS NULL
    AND (SELECT count(*) FROM invoice i
         WHERE i.provider_id = a.provider_id AND i.invoice_no = a.invoice_no AND i.version = a.version AND i.completes_id IS NULL
           AND i.status = 'FILED' AND i.filing < a.filing AND is_withdrawn(i.file_id))
        <> a.filing - 1
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'invoice % of %, version %, was filed before and is not withdrawn', bad.invoice_no, bad.provider_no, bad.version
      USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER invoiced_again AFTER INSERT ON invoice REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION invoiced_again();

CREATE TABLE claim_line (
  claim_line_id      bigint   PRIMARY KEY,
  run_id             integer  NOT NULL,
  file_id            integer  NOT NULL,
  line_no            integer  NOT NULL,
  invoice_id         bigint   NOT NULL,
  provider_id        bigint   NOT NULL,
  person_id          bigint   NOT NULL,
  care_on            date     NOT NULL,
  late               boolean  NOT NULL,
  act_code           text COLLATE "C" NOT NULL,
  letter             text COLLATE "C" NOT NULL,
  coefficient        numeric(9,3) CHECK (coefficient > 0),
  medicine_code      text COLLATE "C" NOT NULL,
  quantity           numeric(12,3) NOT NULL CHECK (quantity > 0),
  unit_minor         bigint CHECK (unit_minor >= 0),
  charged_minor      bigint   NOT NULL CHECK (charged_minor >= 0),
  said_rate          numeric(6,3) CHECK (said_rate BETWEEN 0 AND 100),
  said_fund_minor    bigint CHECK (said_fund_minor >= 0),
  said_patient_minor bigint CHECK (said_patient_minor >= 0),
  prescriber         text COLLATE "C" NOT NULL,
  prescription_no    text COLLATE "C" NOT NULL,
  prescribed_on      date,
  referrer           text COLLATE "C" NOT NULL,
  agreement_no       text COLLATE "C" NOT NULL,
  affection          text COLLATE "C" NOT NULL,
  exemption          text COLLATE "C" NOT NULL,
  place              text COLLATE "C" NOT NULL,
  content_key        uuid     NOT NULL,
  CHECK ((letter <> '') = (coefficient IS NOT NULL)),
  CHECK ((act_code <> '')::integer + (letter <> '')::integer + (medicine_code <> '')::integer = 1)
);
COMMENT ON TABLE claim_line IS 'Accepted lines. They count when their invoice stands, and their own file is not withdrawn: a corrected line has another file than its invoice.';
COMMENT ON COLUMN claim_line.claim_line_id IS 'File times 2^24 plus line: the same after a restart.';
COMMENT ON COLUMN claim_line.invoice_id IS 'The invoice it belongs to; of a corrected line, the one that it completes.';
COMMENT ON COLUMN claim_line.person_id IS 'Who was cared for: insured person or dependant.';
COMMENT ON COLUMN claim_line.late IS 'Care of a month before the invoice''s: taken all the same, and said in the acknowledgement.';
COMMENT ON COLUMN claim_line.act_code IS 'What was done, in one of three ways: act, letter with coefficient, or medicine.';
COMMENT ON COLUMN claim_line.unit_minor IS 'Price of one unit; null when the line only says what it charges.';
COMMENT ON COLUMN claim_line.said_fund_minor IS 'What the provider thinks that the fund pays; the fund decides by itself.';
COMMENT ON COLUMN claim_line.referrer IS 'Referring doctor, where one is said.';
COMMENT ON COLUMN claim_line.affection IS 'Code of the affection (CIM-10), or empty.';
COMMENT ON COLUMN claim_line.exemption IS 'Reason for which the patient pays nothing, by the provider''s word: a programme as the care law names it; or empty.';
COMMENT ON COLUMN claim_line.place IS 'Place of care as the care law names it (ambulatory, stay, home …), or empty.';
COMMENT ON COLUMN claim_line.content_key IS 'Of day of care, act or letter and coefficient or medicine, and quantity: two lines of one person with the same key are the same care, whoever invoices it.';
CREATE INDEX claim_line_invoice ON claim_line (invoice_id);
CREATE INDEX claim_line_person ON claim_line (person_id, care_on, content_key);
CREATE INDEX claim_line_run ON claim_line (run_id);
CREATE TRIGGER refers AFTER INSERT ON claim_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'invoice_id', 'invoice', 'invoice_id',
    'provider_id', 'provider', 'provider_id', 'person_id', 'person', 'person_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_line EXECUTE FUNCTION append_only();

-- The invoices that count, as some runs know them, without some files: of each provider and number the highest version. Their lines:
--   SELECT l.* FROM standing_invoice(:runs, :withdrawn) i JOIN claim_line l USING (invoice_id)
--   WHERE l.run_id = ANY (:runs) AND l.file_id <> ALL (:withdrawn)
CREATE FUNCTION standing_invoice(runs integer[], withdrawn integer[]) RETURNS SETOF invoice LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (i.provider_id, i.invoice_no) i.*
  FROM invoice i
  WHERE i.status = 'FILED' AND i.completes_id IS NULL AND i.run_id = ANY (runs) AND i.file_id <> ALL (withdrawn)
  ORDER BY i.provider_id, i.invoice_no, i.version DESC, i.invoice_id
$$;

-- What an intake has read of its files until all of it is judged: emptied at its end. Not of an intake that is given up, which the next
-- one does. COPY fills it, so it has neither references nor more than one index.
CREATE TABLE incoming_claim (
  run_id          integer NOT NULL,
  claim_line_id   bigint  NOT NULL,
  file_id         integer NOT NULL,
  line_no         integer NOT NULL,
  canonical_no    integer NOT NULL,
  record          text    NOT NULL CHECK (record IN ('B', 'I', 'L')),
  lot_line        integer NOT NULL,
  invoice_line    integer NOT NULL,
  provider_no     text COLLATE "C" NOT NULL,
  lot_no          text COLLATE "C" NOT NULL,
  invoice_no      text COLLATE "C" NOT NULL,
  version         integer NOT NULL,
  kind            text    NOT NULL,
  period          date,
  corrects        boolean NOT NULL,
  said_invoices   integer,
  said_lot_minor  bigint,
  said_lines      integer,
  said_minor      bigint,
  person_no       text COLLATE "C" NOT NULL,
  rank            integer,
  care_on         date,
  act_code        text    NOT NULL,
  letter          text    NOT NULL,
  coefficient     text,
  medicine_code   text    NOT NULL,
  quantity        text,
  unit_minor      bigint,
  charged_minor   bigint,
  said_rate       text,
  said_fund_minor bigint,
  said_patient_minor bigint,
  prescriber      text    NOT NULL,
  prescription_no text    NOT NULL,
  prescribed_on   date,
  referrer        text    NOT NULL,
  agreement_no    text    NOT NULL,
  affection       text    NOT NULL,
  exemption       text    NOT NULL,
  place           text    NOT NULL,
  reject_code     smallint NOT NULL,
  reject_field    text    NOT NULL,
  reject_value    text    NOT NULL,
  reject_expected text    NOT NULL,
  raw             text    NOT NULL,
  canonical       text    NOT NULL
);
COMMENT ON TABLE incoming_claim IS 'Lines of an intake that is under way, heads of lots (B) and invoices (I) among them; decimal numbers as text, as they were read.';
COMMENT ON COLUMN incoming_claim.invoice_line IS 'Line of the head under which it stands, or of itself for a head; 0 without heads.';
CREATE INDEX incoming_claim_run ON incoming_claim (run_id, claim_line_id);

CREATE TABLE incoming_invoice (
  run_id        integer NOT NULL,
  invoice_id    bigint  NOT NULL,
  lot_id        bigint  NOT NULL,
  file_id       integer NOT NULL,
  line_no       integer NOT NULL,
  lot_line      integer NOT NULL,
  invoice_line  integer NOT NULL,
  provider_no   text COLLATE "C" NOT NULL,
  lot_no        text COLLATE "C" NOT NULL,
  invoice_no    text COLLATE "C" NOT NULL,
  version       integer NOT NULL,
  kind          text    NOT NULL,
  corrects      boolean NOT NULL,
  period        date,
  lines         integer NOT NULL,
  charged_minor bigint  NOT NULL,
  unreadable    integer NOT NULL,
  said_lines    integer,
  said_minor    bigint,
  unclear       text    NOT NULL,
  content_sha256 text   NOT NULL,
  PRIMARY KEY (run_id, invoice_id)
);
COMMENT ON TABLE incoming_invoice IS 'Invoices of an intake that is under way, as its lines and heads give them.';

CREATE TABLE incoming_file (
  run_id  integer NOT NULL,
  file_id integer NOT NULL,
  lines   integer NOT NULL,
  blank   integer NOT NULL,
  PRIMARY KEY (run_id, file_id)
);
COMMENT ON TABLE incoming_file IS 'Lines of the files of an intake that is under way.';
