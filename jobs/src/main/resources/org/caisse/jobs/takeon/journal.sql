SELECT l.posting_period, l.value_period, l.debtor, coalesce(e.employer_no, r.receipt_no, l.ogd_no) AS number, l.ogd_no, l.component, l.payer, l.rev,
       coalesce(l.reverses, 0) AS reverses, l.amount_minor
FROM ledger_entry l
LEFT JOIN employer e ON l.debtor IN ('OPENING', 'ACCOUNT') AND e.employer_id = l.debtor_id
LEFT JOIN receipt r ON l.debtor = 'RECEIPT' AND r.receipt_id = l.debtor_id
WHERE l.run_id = :run
ORDER BY l.debtor COLLATE "C", coalesce(e.employer_no, r.receipt_no, l.ogd_no) COLLATE "C", l.value_period, l.rev
