-- Every invoice of which the run decided a line: what its payers owe by now, and what is posted.
WITH touched AS (
  SELECT DISTINCT invoice_id FROM claim_decision WHERE run_id = :run AND invoice_id > :after
), latest AS (
  SELECT DISTINCT ON (d.claim_line_id) d.claim_line_id, d.rev, d.invoice_id, d.status
  FROM touched t JOIN claim_decision d USING (invoice_id)
  WHERE d.run_id <= :run
  ORDER BY d.claim_line_id, d.rev DESC
), owed AS (
  SELECT o.invoice_id, jsonb_agg(jsonb_build_object('payer', o.payer, 'amountMinor', o.minor) ORDER BY o.payer) AS shares
  FROM (SELECT l.invoice_id, s.payer, sum(s.amount_minor) AS minor
        FROM latest l JOIN claim_share s USING (claim_line_id, rev)
        WHERE l.status = 'PAID'
        GROUP BY l.invoice_id, s.payer) o
  GROUP BY o.invoice_id
), entry AS (
  SELECT DISTINCT ON (e.debtor_id, e.ogd_no, e.component) e.debtor_id AS invoice_id, e.ogd_no, e.component, e.rev, e.reverses, e.amount_minor
  FROM touched t JOIN ledger_entry e ON e.debtor = 'INVOICE' AND e.debtor_id = t.invoice_id
  WHERE e.run_id <> :run
  ORDER BY e.debtor_id, e.ogd_no, e.component, e.rev DESC
), posted AS (
  SELECT invoice_id, max(rev) AS last_rev,
         jsonb_agg(jsonb_build_object('payer', ogd_no, 'component', component, 'rev', rev, 'amountMinor', amount_minor)
                   ORDER BY rev) FILTER (WHERE reverses IS NULL) AS entries
  FROM entry
  GROUP BY invoice_id
)
SELECT i.invoice_id, i.provider_no || '/' || i.invoice_no || '/' || i.version AS invoice,
       coalesce(i.period, date_trunc('month', i.received_on)::date) AS value_period, i.kind = 'reimbursement' AS reimbursed,
       o.shares::text, p.entries::text, coalesce(p.last_rev, 0) AS last_rev
FROM touched t
JOIN invoice i USING (invoice_id)
LEFT JOIN owed o USING (invoice_id)
LEFT JOIN posted p USING (invoice_id)
ORDER BY i.invoice_id
