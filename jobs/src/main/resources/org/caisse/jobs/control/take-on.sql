-- After a take-on: what is kept, what was compared and the ledger say the same; of a refused one nothing is kept.
SELECT 'nothing is kept of a take-on that was refused', t.section, format('%s debts, %s receipts, %s entries', d.n, r.n, l.n)
FROM take_on t
CROSS JOIN (SELECT count(*) AS n FROM opening_debt WHERE run_id = :run) d
CROSS JOIN (SELECT count(*) AS n FROM receipt WHERE run_id = :run) r
CROSS JOIN (SELECT count(*) AS n FROM ledger_entry WHERE run_id = :run) l
WHERE t.run_id = :run AND t.refused AND d.n + r.n + l.n > 0
UNION ALL
SELECT 'a take-on that counts has no total that differs', c.kind || ' ' || c.key, format('expected %s, found %s', c.expected, c.found)
FROM take_on_check c JOIN take_on t USING (run_id)
WHERE c.run_id = :run AND NOT t.refused AND NOT c.ties
UNION ALL
SELECT 'opening debts = ledger', e.employer_no || ' ' || to_char(coalesce(d.period, l.period), 'YYYY-MM'),
       format('%s: taken on %s, posted %s', component, coalesce(d.amount_minor, 0), coalesce(l.amount_minor, 0))
FROM (SELECT employer_id, period, ogd_no, component, amount_minor FROM opening_debt WHERE run_id = :run) d
FULL JOIN (SELECT debtor_id AS employer_id, value_period AS period, ogd_no, component,
                  sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS amount_minor
           FROM ledger_entry
           WHERE debtor = 'OPENING'
             AND debtor_id IN (SELECT employer_id FROM opening_debt JOIN take_on t USING (run_id)
                               WHERE t.section = (SELECT section FROM take_on WHERE run_id = :run))
           GROUP BY debtor_id, value_period, ogd_no, component) l USING (employer_id, period, ogd_no, component)
JOIN employer e USING (employer_id)
WHERE coalesce(d.amount_minor, 0) <> coalesce(l.amount_minor, 0) AND NOT (SELECT refused FROM take_on WHERE run_id = :run)
UNION ALL
SELECT 'a receipt is posted with its amount', r.receipt_no, format('taken on %s, posted %s', r.amount_minor, e.amount_minor)
FROM receipt r LEFT JOIN ledger_entry e ON e.debtor = 'RECEIPT' AND e.debtor_id = r.receipt_id AND e.run_id = :run
WHERE r.run_id = :run AND e.amount_minor IS DISTINCT FROM r.amount_minor
UNION ALL
SELECT 'an account stands as the control file says', c.key, format('expected %s, posted %s', c.expected, coalesce(p.minor, 0))
FROM take_on_check c
LEFT JOIN (SELECT account, sum(debit_minor - credit_minor) AS minor FROM posting
           WHERE run_id IN (SELECT t.run_id FROM take_on t WHERE t.section = (SELECT section FROM take_on WHERE run_id = :run))
           GROUP BY account) p ON p.account = c.key
WHERE c.run_id = :run AND c.kind = 'ACCOUNT' AND NOT (SELECT refused FROM take_on WHERE run_id = :run)
  AND coalesce(c.expected, 0) <> coalesce(p.minor, 0)
UNION ALL
SELECT 'every entry has its postings', format('%s %s rev %s', n.debtor, n.debtor_id, n.rev), format('entry %s, debit %s', n.amount_minor, x.debit)
FROM ledger_entry n
LEFT JOIN (SELECT value_period, debtor, debtor_id, rev, sum(debit_minor) AS debit, sum(credit_minor) AS credit
           FROM posting WHERE run_id = :run GROUP BY value_period, debtor, debtor_id, rev) x USING (value_period, debtor, debtor_id, rev)
WHERE n.run_id = :run AND (x.debit IS DISTINCT FROM n.amount_minor OR x.credit IS DISTINCT FROM n.amount_minor)
