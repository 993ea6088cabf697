SELECT e.employer_no, l.value_period, l.posting_period, l.ogd_no, l.component, l.payer, l.rev, coalesce(l.reverses, 0) AS reverses,
       l.amount_minor
FROM document_range r
JOIN document d ON (d.series, d.year) = (r.series, r.year) AND d.number BETWEEN r.first AND r.last
JOIN employer e USING (employer_id)
JOIN ledger_entry l ON l.value_period = d.period AND l.debtor = 'EMPLOYER' AND l.debtor_id = d.employer_id
WHERE r.run_id = :run AND r.series = 'RELEVE' AND l.run_id <= :run
ORDER BY e.employer_no, l.rev
