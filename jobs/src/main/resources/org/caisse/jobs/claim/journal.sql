SELECT l.posting_period, l.value_period, l.debtor, i.provider_no || '/' || i.invoice_no || '/' || i.version AS number, l.ogd_no, l.component,
       l.payer, l.rev, coalesce(l.reverses, 0) AS reverses, l.amount_minor
FROM ledger_entry l
JOIN invoice i ON i.invoice_id = l.debtor_id
WHERE l.run_id = :run
ORDER BY i.provider_no, i.invoice_no, i.version, l.rev
