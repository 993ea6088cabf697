-- What money paid, or pays no more, by this run.
SELECT r.receipt_no, r.account, r.bank_ref, r.value_date, r.payer_name, e.employer_no, coalesce(m.rule, '') AS rule, a.period, a.ogd_no,
       a.component, a.allocated_on, a.amount_minor
FROM allocation a
JOIN receipt r USING (receipt_id)
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (SELECT rule FROM receipt_match WHERE receipt_id = a.receipt_id AND run_id <= :run ORDER BY run_id DESC LIMIT 1) m ON true
WHERE a.run_id = :run
ORDER BY r.value_date, r.account, r.bank_ref, e.employer_no, a.period, a.ogd_no, a.component, a.allocated_on, a.amount_minor
