SELECT e.employer_no, l.value_period, l.posting_period, l.ogd_no, l.component, l.payer, l.rev, coalesce(l.reverses, 0) AS reverses,
       l.amount_minor
FROM employer_assessment a
JOIN employer e USING (employer_id)
JOIN ledger_entry l ON l.value_period = a.period AND l.debtor = 'EMPLOYER' AND l.debtor_id = a.employer_id
WHERE a.run_id = :run AND a.period = :period
ORDER BY e.employer_no, l.rev
