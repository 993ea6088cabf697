SELECT l.posting_period, l.value_period, l.debtor, r.receipt_no AS number, l.ogd_no, l.component, l.payer, l.rev,
       coalesce(l.reverses, 0) AS reverses, l.amount_minor
FROM ledger_entry l JOIN receipt r ON r.receipt_id = l.debtor_id
WHERE l.run_id = :run
ORDER BY l.debtor_id, l.rev
