INSERT INTO person_decision (decision_no, run_id, kind, kept_id, dropped_id, reason, decided_by, decided_on)
SELECT coalesce(max(decision_no), 0) + 1, :run, :kind, :keep, :drop, :reason, :by, :day
FROM person_decision
