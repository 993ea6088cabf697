-- What a run posted, by debtor, component and payer, then everything; reversals take back what stood before it.
SELECT coalesce(debtor, 'total') AS debtor, coalesce(component, '') AS component, coalesce(payer, '') AS payer,
       count(*) FILTER (WHERE reverses IS NULL) AS entries, count(*) FILTER (WHERE reverses IS NOT NULL) AS reversals,
       coalesce(sum(amount_minor) FILTER (WHERE reverses IS NULL), 0)::bigint AS posted,
       coalesce(sum(amount_minor) FILTER (WHERE reverses IS NOT NULL), 0)::bigint AS reversed,
       coalesce(sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END), 0)::bigint AS net
FROM ledger_entry
WHERE run_id = :run
GROUP BY GROUPING SETS ((debtor, component, payer), ())
HAVING count(*) > 0
ORDER BY grouping(debtor), debtor, component, payer
