-- Before a trial balance is published: debits = credits, in and before the period.
SELECT 'debits = credits', to_char(posting_period, 'YYYY-MM'), format('debits %s, credits %s', sum(debit_minor), sum(credit_minor))
FROM posting
WHERE run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :run)
GROUP BY posting_period
HAVING sum(debit_minor) <> sum(credit_minor)
