-- Regularisation: the assessments of past months under a law that changed since, told together.

CREATE TABLE rectified_run (
  run_id            integer NOT NULL REFERENCES run,
  assessment_run_id integer NOT NULL UNIQUE REFERENCES run,
  PRIMARY KEY (run_id, assessment_run_id)
);
COMMENT ON TABLE rectified_run IS 'Which assessments a regularisation tells: those under another law than the one before of the same month. Each is told once.';

CREATE TABLE rectification (
  run_id       integer NOT NULL REFERENCES run,
  employer_id  bigint  NOT NULL REFERENCES employer,
  period       date    NOT NULL,
  ogd_no       text COLLATE "C" NOT NULL,
  component    text    NOT NULL,
  payer        text    NOT NULL,
  before_minor bigint  NOT NULL,
  after_minor  bigint  NOT NULL,
  PRIMARY KEY (run_id, employer_id, period, ogd_no, component, payer)
);
COMMENT ON TABLE rectification IS 'What the months of an employer that changed owed before a regularisation and owe after it: all that they owe, changed or not.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rectified_run EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rectification EXECUTE FUNCTION append_only();

CREATE FUNCTION untold_assessment(month_from text, month_to text, runs integer[]) RETURNS SETOF integer LANGUAGE sql STABLE AS $$
  SELECT r.run_id
  FROM run r
  JOIN LATERAL (SELECT pack_sha256, settings_sha256 FROM run
                WHERE job = r.job AND scope = r.scope AND seq < r.seq AND status = 'COMPLETED'
                ORDER BY seq DESC LIMIT 1) p ON (p.pack_sha256, p.settings_sha256) <> (r.pack_sha256, r.settings_sha256)
  WHERE r.job = 'contribution-assessment' AND r.run_id = ANY (runs) AND r.scope BETWEEN month_from AND month_to
    AND NOT EXISTS (SELECT FROM rectified_run x WHERE x.assessment_run_id = r.run_id)
$$;
COMMENT ON FUNCTION untold_assessment IS 'Of some runs, the assessments of some months that a regularisation is to tell: made under another law than the one before of the same month, and told by none so far.';
