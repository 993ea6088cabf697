SELECT l.posting_period, l.value_period, l.debtor, e.employer_no AS number, l.ogd_no, l.component, l.payer, l.rev,
       coalesce(l.reverses, 0) AS reverses, l.amount_minor
FROM ledger_entry l JOIN employer e ON e.employer_id = l.debtor_id
WHERE l.run_id = :run
ORDER BY e.employer_no, l.value_period, l.rev
