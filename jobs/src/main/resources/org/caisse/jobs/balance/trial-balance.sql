-- Each account: balance before the period, debits and credits of it, balance after; debit balances are positive. What the run's inputs
-- posted, in the order of the accounts; the last row is the sum.
WITH account AS (
  SELECT account,
         coalesce(sum(debit_minor - credit_minor) FILTER (WHERE posting_period < :period), 0)::bigint AS opening,
         coalesce(sum(debit_minor) FILTER (WHERE posting_period = :period), 0)::bigint                AS debit,
         coalesce(sum(credit_minor) FILTER (WHERE posting_period = :period), 0)::bigint               AS credit,
         sum(debit_minor - credit_minor)::bigint                                                      AS closing
  FROM posting
  WHERE run_id = ANY (:inputs) AND posting_period <= :period
  GROUP BY account
)
SELECT account, opening, debit, credit, closing, false AS total FROM account
UNION ALL
SELECT '', coalesce(sum(opening), 0)::bigint, coalesce(sum(debit), 0)::bigint, coalesce(sum(credit), 0)::bigint,
       coalesce(sum(closing), 0)::bigint, true
FROM account
ORDER BY total, account
