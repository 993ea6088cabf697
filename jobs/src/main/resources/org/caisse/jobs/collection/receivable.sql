-- What the ledger says that employers owe: the balance of their receivables, of the runs that a settlement read and of settlements up to it.
SELECT coalesce(sum(p.debit_minor - p.credit_minor), 0)::bigint
FROM posting p
WHERE p.account = :account
  AND ((p.debtor IN ('EMPLOYER', 'OPENING') AND p.run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :settlement))
       OR (p.debtor = 'ACCOUNT'
           AND (p.run_id = :settlement OR p.run_id IN (SELECT run_id FROM run WHERE run_id < :settlement AND status = 'COMPLETED'))))
