-- What was paid back to those to whom a receipt belongs, by two persons' decision.
SELECT d.decision_no AS decision, e.employer_no AS employer, a.approved_on::text AS "on", d.amount_minor, d.proposed_by || ', ' || a.approved_by AS by,
       d.reason
FROM decision d
JOIN decision_approval a USING (decision_no)
JOIN employer e USING (employer_id)
WHERE d.kind = 'REFUND'
  AND d.employer_id IN (SELECT employer_id FROM receipt_advance WHERE receipt_id = :receipt GROUP BY employer_id HAVING sum(amount_minor) <> 0)
ORDER BY d.decision_no
