-- What was paid back to those to whom a receipt belongs, by two persons' decision.
WITH whose AS (
  SELECT employer_id, person_id FROM receipt_advance WHERE receipt_id = :receipt GROUP BY employer_id, person_id HAVING sum(amount_minor) <> 0
)
SELECT d.decision_no AS decision, coalesce(e.employer_no, p.person_no) AS employer, a.approved_on::text AS "on", d.amount_minor,
       d.proposed_by || ', ' || a.approved_by AS by, d.reason
FROM decision d
JOIN decision_approval a USING (decision_no)
LEFT JOIN employer e ON e.employer_id = d.employer_id
LEFT JOIN person p ON p.person_id = d.person_id
WHERE d.kind = 'REFUND' AND (d.employer_id IN (SELECT employer_id FROM whose) OR d.person_id IN (SELECT person_id FROM whose))
ORDER BY d.decision_no
