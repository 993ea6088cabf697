INSERT INTO decision_approval (decision_no, proposed_by, run_id, approved_by, approved_on)
SELECT decision_no, proposed_by, :run, :by, :day
FROM decision
WHERE decision_no = :decision
