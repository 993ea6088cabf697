-- After an adjudication: every line is decided and adds up, and the ledger says what the payers owe. What may stand in the history is looked up
-- by its key, row by row (OFFSET 0 keeps the server from reading all of it).
WITH own AS (
  SELECT * FROM claim_decision WHERE run_id = :run
), share AS (
  SELECT claim_line_id, rev, sum(amount_minor) AS minor FROM claim_share WHERE run_id = :run GROUP BY claim_line_id, rev
), reduction AS (
  SELECT claim_line_id, rev, sum(amount_minor) AS minor FROM claim_reduction WHERE run_id = :run GROUP BY claim_line_id, rev
), latest AS (
  SELECT DISTINCT ON (d.claim_line_id) d.claim_line_id, d.rev, d.invoice_id, d.status, d.charged_minor
  FROM (SELECT DISTINCT invoice_id FROM own) o
  CROSS JOIN LATERAL (SELECT * FROM claim_decision d WHERE d.invoice_id = o.invoice_id AND d.run_id <= :run OFFSET 0) d
  ORDER BY d.claim_line_id, d.rev DESC
), owed AS (
  SELECT l.invoice_id, s.payer, sum(s.amount_minor) AS minor
  FROM latest l
  CROSS JOIN LATERAL (SELECT payer, amount_minor FROM claim_share s WHERE s.claim_line_id = l.claim_line_id AND s.rev = l.rev OFFSET 0) s
  WHERE l.status = 'PAID'
  GROUP BY l.invoice_id, s.payer
), posted AS (
  SELECT debtor_id AS invoice_id, ogd_no AS payer, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
  FROM ledger_entry
  WHERE debtor = 'INVOICE' AND debtor_id IN (SELECT invoice_id FROM own)
  GROUP BY debtor_id, ogd_no
)
SELECT 'charged = shares + co-payment + reductions', format('line %s rev %s', o.claim_line_id, o.rev),
       format('charged %s; shares %s, co-payment %s, reductions %s', o.charged_minor, coalesce(s.minor, 0), o.copay_minor, coalesce(r.minor, 0))
FROM own o
LEFT JOIN share s USING (claim_line_id, rev)
LEFT JOIN reduction r USING (claim_line_id, rev)
WHERE o.charged_minor <> coalesce(s.minor, 0) + o.copay_minor + coalesce(r.minor, 0)
UNION ALL
SELECT 'every line that counts is decided, for what it charges', format('line %s', w.claim_line_id),
       format('charged %s, decided %s', l.charged_minor, coalesce(d.charged_minor::text, 'nothing'))
FROM claim_work w
CROSS JOIN LATERAL (SELECT charged_minor FROM claim_line l WHERE l.claim_line_id = w.claim_line_id OFFSET 0) l
LEFT JOIN LATERAL (SELECT status, charged_minor FROM claim_decision d WHERE d.claim_line_id = w.claim_line_id AND d.run_id <= :run
                   ORDER BY rev DESC LIMIT 1) d ON true
WHERE w.run_id = :run AND w.kind <> 'FALLEN' AND (d.charged_minor IS DISTINCT FROM l.charged_minor OR d.status = 'WITHDRAWN')
UNION ALL
SELECT 'what counts no more is taken back', format('line %s', w.claim_line_id), 'its decision stands'
FROM claim_work w
WHERE w.run_id = :run AND w.kind = 'FALLEN'
  AND NOT EXISTS (SELECT FROM own o WHERE o.claim_line_id = w.claim_line_id AND o.status = 'WITHDRAWN')
UNION ALL
SELECT 'who pays nothing is refused or waits', format('line %s rev %s', o.claim_line_id, o.rev), o.status
FROM own o
LEFT JOIN share s USING (claim_line_id, rev)
WHERE o.status = 'REFUSED' AND s.minor IS NOT NULL
UNION ALL
SELECT 'an invoice in the ledger = shares of its lines', i.provider_no || '/' || i.invoice_no || '/' || i.version,
       format('%s: shares %s, posted %s', payer, coalesce(o.minor, 0), coalesce(p.minor, 0))
FROM owed o
FULL JOIN posted p USING (invoice_id, payer)
JOIN invoice i USING (invoice_id)
WHERE coalesce(o.minor, 0) <> coalesce(p.minor, 0)
UNION ALL
SELECT 'every entry has its postings', format('%s %s rev %s', n.debtor, n.debtor_id, n.rev), format('entry %s, debit %s', n.amount_minor, x.debit)
FROM ledger_entry n
LEFT JOIN (SELECT value_period, debtor, debtor_id, rev, sum(debit_minor) AS debit, sum(credit_minor) AS credit
           FROM posting WHERE run_id = :run GROUP BY value_period, debtor, debtor_id, rev) x USING (value_period, debtor, debtor_id, rev)
WHERE n.run_id = :run AND (x.debit IS DISTINCT FROM n.amount_minor OR x.credit IS DISTINCT FROM n.amount_minor)
