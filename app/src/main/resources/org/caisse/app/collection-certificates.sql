-- The clearance certificates of an employer.
SELECT format('%s-%s-%s', d.series, d.year, lpad(d.number::text, greatest(6, length(d.number::text)), '0')) AS number,
       r.business_date AS issued, c.valid_until, c.kind, coalesce(c.plan_no, 0) AS plan,
       NOT EXISTS (SELECT FROM standing_decision s WHERE s.run_id = c.run_id) AS revoked
FROM clearance c
JOIN run r USING (run_id)
JOIN document d ON d.run_id = c.run_id
WHERE c.employer_id = :employer AND r.status = 'COMPLETED'
ORDER BY r.business_date, d.year, d.number
