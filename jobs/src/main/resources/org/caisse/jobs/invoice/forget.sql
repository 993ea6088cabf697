-- Takes away what a run, and those that never go on, have left between their steps.
WITH over AS (
  SELECT run_id FROM run WHERE run_id = :run OR status IN ('COMPLETED', 'ABANDONED')
), claims AS (
  DELETE FROM incoming_claim WHERE run_id IN (SELECT run_id FROM over)
), invoices AS (
  DELETE FROM incoming_invoice WHERE run_id IN (SELECT run_id FROM over)
)
DELETE FROM incoming_file WHERE run_id IN (SELECT run_id FROM over)
