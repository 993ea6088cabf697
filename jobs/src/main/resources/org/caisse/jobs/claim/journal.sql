SELECT l.posting_period, l.value_period, l.debtor, i.provider_no || '/' || i.invoice_no || '/' || i.version AS number, l.ogd_no, l.component,
       l.payer, l.rev, coalesce(l.reverses, 0) AS reverses, l.amount_minor, i.provider_no, i.invoice_no, i.version
FROM ledger_entry l
JOIN invoice i ON i.invoice_id = l.debtor_id
WHERE l.run_id = :run AND l.debtor = 'INVOICE'
UNION ALL
SELECT l.posting_period, l.value_period, l.debtor, coalesce(m.employer_no, p.person_no), l.ogd_no, l.component,
       l.payer, l.rev, coalesce(l.reverses, 0), l.amount_minor, NULL, coalesce(m.employer_no, p.person_no), NULL
FROM ledger_entry l
LEFT JOIN employer m ON l.debtor = 'EMPLOYER_CARE' AND m.employer_id = l.debtor_id
LEFT JOIN person p ON l.debtor = 'PERSON_CARE' AND p.person_id = l.debtor_id
WHERE l.run_id = :run AND l.debtor IN ('EMPLOYER_CARE', 'PERSON_CARE')
ORDER BY provider_no, invoice_no, version, debtor, value_period, rev
