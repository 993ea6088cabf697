-- Employers that did not declare can be assessed by default.

ALTER TABLE employer_assessment
  ADD COLUMN default_of date,
  DROP CONSTRAINT employer_assessment_state_check,
  ADD CONSTRAINT employer_assessment_state_check CHECK (state IN ('DECLARED', 'NIL', 'MISSING', 'DEFAULT')),
  ADD CONSTRAINT employer_assessment_default_check CHECK ((state = 'DEFAULT') = (default_of IS NOT NULL) AND default_of < period);
COMMENT ON COLUMN employer_assessment.default_of IS 'The declared month on which a default assessment rests. The amounts of such a row are nobody''s in particular.';

CREATE INDEX employer_assessment_history ON employer_assessment (employer_id, period, run_id);
