INSERT INTO receipt_match (receipt_id, run_id, employer_id, person_id, to_period, to_component, ogd_no, remittance_no, rule, why)
SELECT receipt_id, run_id, CASE kind WHEN 'SETTLE' THEN employer_id END,
       CASE kind WHEN 'SETTLE' THEN person_id END, CASE kind WHEN 'SETTLE' THEN period END,
       CASE kind WHEN 'SETTLE' THEN component END, ogd_no, remittance_no,
       CASE kind WHEN 'SETTLE' THEN 'HAND' ELSE 'TAKEN_BACK' END, proposed_by || ': ' || reason
FROM decision
WHERE run_id = :run AND kind IN ('SETTLE', 'UNSETTLE')
