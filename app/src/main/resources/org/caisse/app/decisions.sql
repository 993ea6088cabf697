-- What people decided, the last first.
SELECT d.decision_no AS decision, lower(d.kind) AS kind, r.receipt_no AS receipt, coalesce(e.employer_no, p.person_no, d.ogd_no) AS employer,
       to_char(d.period, 'YYYY-MM') AS period, lower(d.component) AS component, d.amount_minor AS amount,
       CASE WHEN d.number IS NOT NULL THEN d.series || '-' || d.year || '-' || lpad(d.number::text, greatest(6, length(d.number::text)), '0')
            WHEN d.revokes IS NOT NULL THEN 'decision ' || d.revokes END AS concerns, d.on_day, d.proposed_by AS by,
       d.proposed_on AS "on",
       CASE WHEN d.kind IN ('SETTLE', 'UNSETTLE', 'SERVICE', 'CERTIFICATE') THEN 'one is enough' ELSE coalesce(a.approved_by, 'not yet') END AS approved_by,
       a.approved_on, d.reason
FROM decision d
JOIN run u USING (run_id)
LEFT JOIN receipt r USING (receipt_id)
LEFT JOIN employer e ON e.employer_id = d.employer_id
LEFT JOIN person p ON p.person_id = d.person_id
LEFT JOIN decision_approval a USING (decision_no)
WHERE u.status = 'COMPLETED'
ORDER BY d.decision_no DESC
