-- A line of an invoice keeps the number that its sender knows it by, also when others of the invoice were refused.

ALTER TABLE incoming_claim ADD COLUMN said_no integer;
COMMENT ON COLUMN incoming_claim.said_no IS 'Number of the line within its invoice, by its own word; of a corrected line, that of the line it stands in for.';

-- Lines of before keep the numbers under which they were told.
ALTER TABLE claim_line ADD COLUMN no integer CHECK (no > 0);
ALTER TABLE claim_line DISABLE TRIGGER append_only;
UPDATE claim_line l
SET no = n.no
FROM (SELECT claim_line_id, row_number() OVER (PARTITION BY invoice_id ORDER BY claim_line_id) AS no FROM claim_line) n
WHERE n.claim_line_id = l.claim_line_id;
ALTER TABLE claim_line ENABLE TRIGGER append_only;
ALTER TABLE claim_line ALTER COLUMN no SET NOT NULL;
COMMENT ON COLUMN claim_line.no IS 'Number of the line within its invoice: its own where all lines of the invoice have one, and different ones; else its place among them as they were sent, refused ones included. A corrected line has that of the line it stands in for.';

CREATE TABLE refused_claim_line (
  claim_line_id bigint   PRIMARY KEY,
  run_id        integer  NOT NULL,
  file_id       integer  NOT NULL,
  line_no       integer  NOT NULL,
  invoice_id    bigint   NOT NULL,
  no            integer  NOT NULL CHECK (no > 0),
  person_no     text COLLATE "C" NOT NULL,
  care_on       date,
  act           text     NOT NULL,
  quantity      text     NOT NULL,
  charged_minor bigint CHECK (charged_minor >= 0),
  code          smallint NOT NULL,
  field         text     NOT NULL,
  value         text     NOT NULL,
  expected      text     NOT NULL
);
COMMENT ON TABLE refused_claim_line IS 'Lines of filed invoices that an intake refused, as far as they can be read: what the provider is told beside the lines that were taken, so that its invoice can be found again as it was sent.';
COMMENT ON COLUMN refused_claim_line.charged_minor IS 'What it charges; null where that cannot be read.';
CREATE INDEX refused_claim_line_invoice ON refused_claim_line (invoice_id);
CREATE TRIGGER refers AFTER INSERT ON refused_claim_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'invoice_id', 'invoice', 'invoice_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON refused_claim_line EXECUTE FUNCTION append_only();
