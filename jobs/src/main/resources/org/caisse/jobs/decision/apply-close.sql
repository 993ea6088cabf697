INSERT INTO period_state (period, closed_by)
SELECT d.period, d.proposed_by || ', ' || a.approved_by
FROM decision_approval a JOIN decision d USING (decision_no)
WHERE a.run_id = :run AND d.kind = 'CLOSE'
