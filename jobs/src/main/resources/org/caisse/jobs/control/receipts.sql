-- After an intake of receipts: lines, receipts and ledger say the same.
SELECT 'lines in = accepted + rejected + repeated, per file', f.name,
       format('accepted %s/%s of %s/%s, rejected %s/%s', r.accepted, coalesce(t.receipts, 0), r.accepted_amount_minor, coalesce(t.amount, 0),
              r.rejected, coalesce(x.rejects, 0))
FROM file f
LEFT JOIN file_result r USING (file_id)
LEFT JOIN (SELECT file_id, count(*) AS receipts, sum(amount_minor) AS amount FROM receipt WHERE run_id = :run GROUP BY file_id) t USING (file_id)
LEFT JOIN (SELECT file_id, count(*) AS rejects FROM line_reject WHERE run_id = :run GROUP BY file_id) x USING (file_id)
WHERE f.run_id = :run
  AND (r.accepted, r.accepted_amount_minor, r.rejected) IS DISTINCT FROM
      (coalesce(t.receipts, 0), coalesce(t.amount, 0), coalesce(x.rejects, 0))
UNION ALL
SELECT 'a receipt is posted with its amount', r.receipt_no, format('received %s, posted %s', r.amount_minor, coalesce(e.signed, 0))
FROM receipt r
LEFT JOIN (SELECT debtor_id, sum(CASE WHEN component = 'RECEIVED' THEN amount_minor ELSE -amount_minor END) AS signed
           FROM ledger_entry WHERE run_id = :run AND debtor = 'RECEIPT' GROUP BY debtor_id) e ON e.debtor_id = r.receipt_id
WHERE r.run_id = :run AND e.signed IS DISTINCT FROM r.amount_minor
UNION ALL
SELECT 'every entry has its postings', format('receipt %s rev %s', n.debtor_id, n.rev), format('entry %s, debit %s', n.amount_minor, x.debit)
FROM ledger_entry n
LEFT JOIN (SELECT value_period, debtor, debtor_id, rev, sum(debit_minor) AS debit, sum(credit_minor) AS credit
           FROM posting WHERE run_id = :run GROUP BY value_period, debtor, debtor_id, rev) x USING (value_period, debtor, debtor_id, rev)
WHERE n.run_id = :run AND (x.debit IS DISTINCT FROM n.amount_minor OR x.credit IS DISTINCT FROM n.amount_minor)
UNION ALL
SELECT 'every file of the run is read as it was recognised', f.name,
       format('question %s, refused %s', coalesce(g.question_code::text, 'none'), r.refused)
FROM file f
JOIN file_result r USING (file_id)
LEFT JOIN file_recognition g USING (file_id)
WHERE f.run_id = :run AND r.refused IS DISTINCT FROM g.question_code
