-- What money paid, or pays no more, by this run.
SELECT r.receipt_no, r.account, r.bank_ref, r.value_date, r.payer_name, coalesce(e.employer_no, x.person_no) AS debtor_no, coalesce(m.rule, '') AS rule, a.period, a.ogd_no,
       a.component, a.allocated_on, a.amount_minor
FROM allocation a
JOIN receipt r USING (receipt_id)
LEFT JOIN employer e USING (employer_id)
LEFT JOIN person x USING (person_id)
LEFT JOIN LATERAL (SELECT rule FROM receipt_match WHERE receipt_id = a.receipt_id AND run_id <= :run ORDER BY run_id DESC LIMIT 1) m ON true
WHERE a.run_id = :run
ORDER BY r.value_date, r.account, r.bank_ref, coalesce(e.employer_no, x.person_no), a.period, a.ogd_no, a.component, a.allocated_on, a.amount_minor
