SELECT l.posting_period, l.value_period, l.debtor, coalesce(e.employer_no, p.person_no, o.ogd_no) AS number, l.ogd_no, l.component, l.payer, l.rev,
       coalesce(l.reverses, 0) AS reverses, l.amount_minor
FROM ledger_entry l
LEFT JOIN employer e ON l.debtor = 'ACCOUNT' AND e.employer_id = l.debtor_id
LEFT JOIN person p ON l.debtor = 'PERSON_ACCOUNT' AND p.person_id = l.debtor_id
LEFT JOIN ogd o ON l.debtor = 'OGD' AND o.ogd_id = l.debtor_id
WHERE l.run_id = :run
ORDER BY l.debtor, coalesce(e.employer_no, p.person_no, o.ogd_no), l.value_period, l.rev
