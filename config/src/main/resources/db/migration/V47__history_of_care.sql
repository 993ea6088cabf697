-- Care over years: what a run needs of what came before is found without going through all of it, and noted once.

-- Of what was decided before, a revision is rare: these say at once whether anything was.
CREATE INDEX claim_decision_revised ON claim_decision (claim_line_id, rev) WHERE rev > 1;
CREATE INDEX invoice_replacing ON invoice (provider_id, invoice_no, version) WHERE version > 1;

-- What of the history counts for the households of a run, until it ends: emptied by its last step.
CREATE TABLE claim_firm (
  run_id        integer NOT NULL,
  household_id  bigint  NOT NULL,
  claim_line_id bigint  NOT NULL,
  rev           integer NOT NULL,
  person_id     bigint  NOT NULL,
  PRIMARY KEY (run_id, household_id, claim_line_id)
);
COMMENT ON TABLE claim_firm IS 'Firm lines of the households of claim_work that limits, agreements, episodes or duplicates can depend on. Of persons with several numbers the one that is kept.';
