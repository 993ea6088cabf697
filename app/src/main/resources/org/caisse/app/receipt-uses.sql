-- What a receipt pays by now, and what of it waits or was paid back.
SELECT coalesce(e.employer_no, p.person_no) AS employer, to_char(u.period, 'YYYY-MM') AS period, u.ogd_no AS ogd, u.component, u.allocated_on::text AS "on",
       sum(u.amount_minor)::bigint AS amount_minor
FROM (SELECT employer_id, person_id, period, ogd_no, component, allocated_on, amount_minor, run_id FROM allocation WHERE receipt_id = :receipt
      UNION ALL
      SELECT employer_id, person_id, NULL, NULL, 'ADVANCE', NULL, amount_minor, run_id FROM receipt_advance WHERE receipt_id = :receipt) u
LEFT JOIN employer e USING (employer_id)
LEFT JOIN person p USING (person_id)
WHERE u.run_id IN (SELECT run_id FROM run WHERE status = 'COMPLETED')
GROUP BY e.employer_no, p.person_no, u.period, u.ogd_no, u.component, u.allocated_on
HAVING sum(u.amount_minor) <> 0
ORDER BY u.period NULLS LAST, u.ogd_no, u.component, u.allocated_on
