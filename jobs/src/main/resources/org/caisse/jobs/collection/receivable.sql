-- What the ledger says that employers, or persons who owe themselves (:persons), owe: the balance of their receivables, of the runs that a
-- settlement read and of settlements up to it.
SELECT coalesce(sum(p.debit_minor - p.credit_minor), 0)::bigint
FROM posting p
WHERE p.account = :account
  AND ((p.debtor = ANY (CASE WHEN :persons THEN ARRAY['PERSON', 'PERSON_CARE'] ELSE ARRAY['EMPLOYER', 'OPENING', 'EMPLOYER_CARE'] END)
        AND p.run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :settlement))
       OR (p.debtor = CASE WHEN :persons THEN 'PERSON_ACCOUNT' ELSE 'ACCOUNT' END
           AND (p.run_id = :settlement OR p.run_id IN (SELECT run_id FROM run WHERE run_id < :settlement AND status = 'COMPLETED'))))
