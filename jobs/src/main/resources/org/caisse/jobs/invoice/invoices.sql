-- Invoices of an intake, with what became of their lot, and what is filed already of their number: for corrected lines, which are judged last,
-- also what is filed by the run itself.
WITH incoming AS (
  SELECT g.*, row_number() OVER same AS rank, first_value(
           -- What nothing speaks against will be filed; the same content after it is repeated.
           CASE WHEN l.refused = 0 AND h.claim_line_id IS NULL AND g.unclear = '' AND coalesce(g.said_lines = g.lines, true)
                     AND coalesce(CASE g.unreadable WHEN 0 THEN g.charged_minor = g.said_minor ELSE g.charged_minor <= g.said_minor END, true)
                THEN g.content_sha256 END) OVER same AS first_sha256,
         first_value(g.line_no || '|' || f.name) OVER same AS first_at
  FROM incoming_invoice g
  JOIN file f USING (file_id)
  JOIN invoice_lot l USING (lot_id)
  LEFT JOIN incoming_claim h ON h.run_id = :run AND h.claim_line_id = g.invoice_id AND h.record = 'I' AND h.reject_code <> 0
  WHERE g.run_id = :run AND g.corrects = :corrects
  WINDOW same AS (PARTITION BY g.provider_no, g.invoice_no, g.version, g.corrects ORDER BY g.invoice_id)
), filed AS NOT MATERIALIZED (
  SELECT i.*, is_withdrawn(i.file_id) AS gone FROM invoice i WHERE i.status = 'FILED' AND (i.run_id <> :run OR (:corrects AND i.completes_id IS NULL))
)
SELECT g.*, l.refused AS lot_code, l.refused_field AS lot_field, l.refused_value AS lot_value, l.refused_expected AS lot_expected,
       coalesce(h.reject_code, 0) AS head_code, h.reject_field AS head_field, h.reject_value AS head_value, h.reject_expected AS head_expected,
       p.provider_id, f.received_on,
       EXISTS (SELECT FROM provider_version v
               WHERE v.provider_id = p.provider_id AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn)) AS provider_known,
       coalesce(s.version, 0) AS standing_version, s.invoice_id AS standing_id,
       coalesce(CASE WHEN g.corrects
                     THEN (SELECT c.content_sha256 FROM filed c
                           WHERE c.completes_id = s.invoice_id AND c.content_sha256 = g.content_sha256 AND NOT c.gone LIMIT 1)
                     ELSE (SELECT o.content_sha256 FROM filed o
                           WHERE o.provider_id = p.provider_id AND o.invoice_no = g.invoice_no AND o.version = g.version
                             AND o.completes_id IS NULL AND NOT o.gone LIMIT 1) END,
                CASE WHEN NOT g.corrects AND g.rank > 1 THEN g.first_sha256 END, '') AS filed_sha256,
       CASE WHEN g.corrects THEN ''
            ELSE coalesce((SELECT o.line_no || '|' || w.name FROM filed o JOIN file w USING (file_id)
                           WHERE o.provider_id = p.provider_id AND o.invoice_no = g.invoice_no AND o.version = g.version
                             AND o.completes_id IS NULL AND NOT o.gone LIMIT 1),
                          CASE WHEN g.rank > 1 THEN g.first_at END, '') END AS filed_at,
       CASE WHEN g.corrects
            THEN g.rank + (SELECT coalesce(max(c.correction), 0) FROM filed c WHERE c.completes_id = s.invoice_id)
            ELSE 0 END AS correction,
       CASE WHEN g.corrects THEN coalesce(s.filing, 1)
            ELSE 1 + (SELECT count(*) FROM filed o
                      WHERE o.provider_id = p.provider_id AND o.invoice_no = g.invoice_no AND o.version = g.version
                        AND o.completes_id IS NULL) END AS filing
FROM incoming g
JOIN file f USING (file_id)
JOIN invoice_lot l USING (lot_id)
LEFT JOIN incoming_claim h ON h.run_id = :run AND h.claim_line_id = g.invoice_id AND h.record = 'I' AND h.reject_code <> 0
LEFT JOIN provider p ON p.provider_no = g.provider_no
LEFT JOIN LATERAL (
  SELECT o.version, o.invoice_id, o.filing FROM filed o
  WHERE o.provider_id = p.provider_id AND o.invoice_no = g.invoice_no AND o.completes_id IS NULL AND NOT o.gone
  ORDER BY o.version DESC LIMIT 1) s ON true
WHERE g.invoice_id > :after
ORDER BY g.invoice_id
