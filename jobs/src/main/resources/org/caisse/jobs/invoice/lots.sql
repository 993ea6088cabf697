-- Lots of an intake, with what they say of themselves and what was found.
WITH said AS (
  SELECT file_id, lot_line, provider_no, lot_no, min(claim_line_id) AS lot_id, min(line_no) AS line_no,
         max(said_invoices) AS said_invoices, max(said_lot_minor) AS said_minor,
         CASE WHEN min(said_invoices) <> max(said_invoices) THEN 'lot_invoices'
              WHEN min(said_lot_minor) <> max(said_lot_minor) THEN 'lot_total'
              ELSE '' END AS unclear
  FROM incoming_claim
  WHERE run_id = :run AND provider_no <> ''
  GROUP BY file_id, lot_line, provider_no, lot_no
), found AS (
  SELECT lot_id, count(*) AS invoices, sum(lines) AS lines, sum(charged_minor) AS amount_minor, sum(unreadable) AS unreadable
  FROM incoming_invoice
  WHERE run_id = :run
  GROUP BY lot_id
)
SELECT s.*, coalesce(f.invoices, 0) AS invoices, coalesce(f.lines, 0) AS lines, coalesce(f.amount_minor, 0) AS amount_minor,
       coalesce(f.unreadable, 0) AS unreadable, coalesce(h.reject_code, 0) AS head_code, h.reject_field AS head_field,
       h.reject_value AS head_value, h.reject_expected AS head_expected
FROM said s
LEFT JOIN found f USING (lot_id)
LEFT JOIN incoming_claim h ON h.run_id = :run AND h.claim_line_id = s.lot_id AND h.record = 'B' AND h.reject_code <> 0
WHERE s.lot_id > :after
ORDER BY s.lot_id
