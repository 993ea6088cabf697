-- To whom a receipt belonged, the first word first; the last counts.
SELECT u.business_date::text AS "on", m.rule, coalesce(e.employer_no, p.person_no) AS employer, m.ogd_no AS ogd, m.remittance_no AS remittance,
       to_char(m.to_period, 'YYYY-MM') AS period, m.why, u.scope || '/' || u.job || '-' || u.seq AS run
FROM receipt_match m
JOIN run u USING (run_id)
LEFT JOIN employer e USING (employer_id)
LEFT JOIN person p USING (person_id)
WHERE m.receipt_id = :receipt AND u.status = 'COMPLETED'
ORDER BY m.run_id
