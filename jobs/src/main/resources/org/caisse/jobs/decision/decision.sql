SELECT d.kind, d.proposed_by, d.proposed_on, d.employer_id, d.person_id, d.period, d.amount_minor, d.revokes, a.approved_by
FROM decision d
JOIN run r USING (run_id)
LEFT JOIN decision_approval a USING (decision_no)
WHERE d.decision_no = :decision AND r.status = 'COMPLETED'
