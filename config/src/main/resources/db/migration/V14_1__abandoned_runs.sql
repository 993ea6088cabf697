-- A run that never can complete may be given up; then another one of its job and scope can begin.

ALTER TABLE run
  DROP CONSTRAINT run_status_check,
  ADD CONSTRAINT run_status_check CHECK (status IN ('RUNNING', 'STOPPED', 'FAILED', 'COMPLETED', 'ABANDONED'));
DROP INDEX run_one_open;
CREATE UNIQUE INDEX run_one_open ON run (job, scope) WHERE status NOT IN ('COMPLETED', 'ABANDONED');
COMMENT ON COLUMN run.status IS 'ABANDONED: given up by an operator; no run reads it, and its manifest says why.';

-- What a run took in that was given up may come again, as what is withdrawn may.
CREATE OR REPLACE FUNCTION is_withdrawn(file integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM file_withdrawal w JOIN run r USING (run_id) WHERE w.file_id = file AND r.status = 'COMPLETED')
      OR EXISTS (SELECT FROM file f JOIN run r USING (run_id) WHERE f.file_id = file AND r.status = 'ABANDONED')
$$;
