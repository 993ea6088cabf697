-- Complements and corrected lines: several declarations of an employer and month count together.

ALTER TABLE declaration
  ADD COLUMN correction   integer NOT NULL DEFAULT 0,
  ADD COLUMN completes_id bigint,
  ADD COLUMN filed_before integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN declaration.correction IS 'Corrected lines have no sequence of their own: the sequence of the declaration whose lines they are, and this number.';
COMMENT ON COLUMN declaration.completes_id IS 'The declaration that a filed complement or correction was judged with, and counts with.';
COMMENT ON COLUMN declaration.filed_before IS 'How many declarations of the employer and period had been filed, whatever became of this one: what the rules saw are the filed ones with a lower number.';

ALTER TABLE declaration DISABLE TRIGGER append_only;
UPDATE declaration d
SET filed_before = n.before
FROM (SELECT declaration_id,
             count(*) FILTER (WHERE status = 'FILED') OVER (
               PARTITION BY period, employer_id ORDER BY declaration_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM declaration
      WHERE period IS NOT NULL AND employer_id IS NOT NULL) n
WHERE n.declaration_id = d.declaration_id AND n.before > 0;
ALTER TABLE declaration ENABLE TRIGGER append_only;

ALTER TABLE declaration
  ADD CHECK ((completes_id IS NOT NULL) = (status = 'FILED' AND kind IN ('COMPLEMENT', 'CORRECTION'))),
  ADD CHECK ((correction > 0) = (status = 'FILED' AND kind = 'CORRECTION'));
DROP INDEX declaration_filed_once;
CREATE UNIQUE INDEX declaration_filed_once ON declaration (period, employer_id, sender_seq, correction, filing) WHERE status = 'FILED';
-- Two intakes at once cannot both file what was judged without the other's: the second is refused here, and its restart judges again.
CREATE UNIQUE INDEX declaration_filed_in_turn ON declaration (period, employer_id, filed_before) WHERE status = 'FILED';
CREATE INDEX declaration_completing ON declaration (completes_id) WHERE completes_id IS NOT NULL;

-- Withdrawals: corrections are numbered by themselves, and what completes falls with what it completes.
CREATE OR REPLACE FUNCTION filed_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT a.employer_no, a.period, a.sender_seq INTO bad
  FROM added a
  WHERE a.filing > 1 AND a.status = 'FILED'
    AND (SELECT count(*) FROM declaration d
         WHERE d.period = a.period AND d.employer_id = a.employer_id AND d.sender_seq = a.sender_seq AND d.correction = a.correction AND d.status = 'FILED'
           AND d.filing < a.filing AND is_withdrawn(d.file_id))
        <> a.filing - 1
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'declaration % of % for % was filed before and is not withdrawn', bad.sender_seq, bad.employer_no, bad.period
      USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION standing_declaration(of_period date, runs integer[], withdrawn integer[]) RETURNS SETOF declaration LANGUAGE sql STABLE AS $$
  SELECT d.*
  FROM declaration d
  WHERE d.period = of_period AND d.run_id = ANY (runs) AND d.file_id <> ALL (withdrawn)
    AND (d.status = 'FILED' AND (d.completes_id IS NULL OR EXISTS (SELECT FROM declaration b
                                                                   WHERE b.declaration_id = d.completes_id AND b.run_id = ANY (runs)
                                                                     AND b.file_id <> ALL (withdrawn)))
         OR (d.status = 'REPEATED' AND d.kind NOT IN ('COMPLEMENT', 'CORRECTION')
             AND NOT EXISTS (SELECT FROM declaration f
                             WHERE f.period = d.period AND f.employer_id = d.employer_id AND f.sender_seq = d.sender_seq AND f.correction = d.correction
                               AND f.status = 'FILED' AND f.run_id = ANY (runs) AND f.file_id <> ALL (withdrawn))))
$$;

DROP TRIGGER refers ON declaration;
CREATE TRIGGER refers AFTER INSERT ON declaration REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'employer_id', 'employer', 'employer_id',
    'completes_id', 'declaration', 'declaration_id');

ALTER TABLE declaration_posting ADD COLUMN base_rev integer;
ALTER TABLE declaration_posting DISABLE TRIGGER append_only;
UPDATE declaration_posting SET base_rev = rev;
ALTER TABLE declaration_posting ENABLE TRIGGER append_only;
ALTER TABLE declaration_posting
  ALTER COLUMN base_rev SET NOT NULL,
  DROP CONSTRAINT declaration_posting_check,
  ADD CHECK (base_rev <= rev),
  ADD CHECK (base_rev = 1 OR NOT as_read);
COMMENT ON TABLE declaration_posting IS 'Which declarations the posted contributions of an employer and period come from: those with the highest base_rev. as_read: the lines of the declaration themselves are posted rows; else the differences are in assessment.';
COMMENT ON COLUMN declaration_posting.base_rev IS 'Revision of the declaration that counts; what completes it has the same.';
CREATE UNIQUE INDEX declaration_posting_as_read_once ON declaration_posting (declaration_id) WHERE as_read;

ALTER TABLE employer_standing
  DROP CONSTRAINT employer_standing_standing_check,
  ADD CHECK (standing IN ('ABSENT', 'AS_READ', 'UNCHANGED', 'COMPLETED', 'ANEW'));

-- LINE_TAKEN_BEFORE is 320: in a declaration that is sent again unchanged, it is said of each line that was accepted the first time.
CREATE VIEW refusal AS
  SELECT r.*, d.status AS declaration_status, d.employer_no, d.period, d.sender_seq
  FROM line_reject r LEFT JOIN declaration d USING (declaration_id)
  WHERE r.code <> 320 OR d.status IS DISTINCT FROM 'REPEATED';
COMMENT ON VIEW refusal IS 'What senders are told: everything refused, but the lines of a repeated declaration that were accepted before.';
