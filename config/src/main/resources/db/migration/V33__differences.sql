-- Differential declarations: signed days and pay, on top of the declaration that counts. Their lines cover no days: from_day and to_day are 0.

ALTER TABLE declaration
  DROP CONSTRAINT declaration_check1,
  ADD CHECK ((completes_id IS NOT NULL) = (status = 'FILED' AND kind IN ('COMPLEMENT', 'DIFFERENTIAL', 'CORRECTION')));
COMMENT ON COLUMN declaration.completes_id IS 'The declaration that a filed complement, differential or correction was judged with, and counts with.';
COMMENT ON COLUMN declaration_line.from_day IS 'First day of the month that the line covers; 0 for a difference, whose days and pay are signed.';

CREATE OR REPLACE FUNCTION standing_declaration(of_period date, runs integer[], withdrawn integer[]) RETURNS SETOF declaration LANGUAGE sql STABLE AS $$
  SELECT d.*
  FROM declaration d
  WHERE d.period = of_period AND d.run_id = ANY (runs) AND d.file_id <> ALL (withdrawn)
    AND (d.status = 'FILED' AND (d.completes_id IS NULL OR EXISTS (SELECT FROM declaration b
                                                                   WHERE b.declaration_id = d.completes_id AND b.run_id = ANY (runs)
                                                                     AND b.file_id <> ALL (withdrawn)))
         OR (d.status = 'REPEATED' AND d.kind NOT IN ('COMPLEMENT', 'DIFFERENTIAL', 'CORRECTION')
             AND NOT EXISTS (SELECT FROM declaration f
                             WHERE f.period = d.period AND f.employer_id = d.employer_id AND f.sender_seq = d.sender_seq AND f.correction = d.correction
                               AND f.status = 'FILED' AND f.run_id = ANY (runs) AND f.file_id <> ALL (withdrawn))))
$$;

-- A fixed penalty beside a default assessment.
ALTER TABLE employer_assessment ADD COLUMN penalty_minor bigint NOT NULL DEFAULT 0 CHECK (penalty_minor BETWEEN 0 AND surcharge_minor);
COMMENT ON COLUMN employer_assessment.penalty_minor IS 'Fixed penalty of who did not declare in time; part of surcharge_minor.';
