-- Lots and invoices of files, file after file: what they said, what was found, what was taken. An invoice number is empty for the lot itself.
WITH taken AS (
  -- Corrected lines came with another row than that of their invoice.
  SELECT coalesce(i.invoice_id, t.invoice_id) AS invoice_id, t.accepted, t.accepted_minor, t.late
  FROM (SELECT l.invoice_id, f.file_id, count(*) AS accepted, sum(l.charged_minor) AS accepted_minor, count(*) FILTER (WHERE l.late) AS late
        FROM unnest(:files::integer[]) AS f (file_id)
        CROSS JOIN LATERAL (SELECT invoice_id, charged_minor, late
                            FROM claim_line
                            WHERE claim_line_id BETWEEN first_claim_line_id(f.file_id) AND first_claim_line_id(f.file_id) + 16777215) l
        GROUP BY l.invoice_id, f.file_id) t
  LEFT JOIN invoice i ON i.completes_id = t.invoice_id AND i.file_id = t.file_id
), of_invoice AS (
  SELECT i.*,
         (SELECT max(o.version) FROM invoice o
          WHERE o.provider_id = i.provider_id AND o.invoice_no = i.invoice_no AND o.version > i.version AND o.status = 'FILED'
            AND o.completes_id IS NULL AND o.run_id <= i.run_id AND NOT is_withdrawn(o.file_id)) AS superseded,
         CASE WHEN i.status = 'REPEATED' AND i.completes_id IS NULL
              THEN (SELECT o.line_no || '|' || f.name FROM invoice o JOIN file f USING (file_id)
                    WHERE o.provider_id = i.provider_id AND o.invoice_no = i.invoice_no AND o.version = i.version AND o.status = 'FILED'
                      AND o.completes_id IS NULL AND o.content_sha256 = i.content_sha256 AND o.run_id <= i.run_id
                    ORDER BY o.invoice_id DESC LIMIT 1) END AS filed_at,
         coalesce(t.accepted, 0) AS accepted, coalesce(t.accepted_minor, 0) AS accepted_minor, coalesce(t.late, 0) AS late
  FROM invoice i LEFT JOIN taken t USING (invoice_id)
  WHERE i.file_id = ANY (:files)
)
SELECT file_id, lot_id, invoice_id, lot_no, provider_no, invoice_no, version, correction, kind, period, lines, charged_minor, accepted,
       accepted_minor, late, unreadable, said_lines, said_minor, status, superseded, filed_at, refused AS refused_code, refused_field, refused_value,
       refused_expected, line_no
FROM of_invoice
UNION ALL
SELECT l.file_id, l.lot_id, 0, l.lot_no, l.provider_no, '', NULL, NULL, NULL, NULL, l.lines, l.amount_minor, coalesce(s.accepted, 0),
       coalesce(s.accepted_minor, 0), coalesce(s.late, 0), l.unreadable, l.said_invoices, l.said_minor,
       CASE WHEN l.refused = 0 THEN 'FILED' ELSE 'REFUSED' END, NULL, NULL, l.refused, l.refused_field, l.refused_value, l.refused_expected, l.line_no
FROM invoice_lot l
LEFT JOIN (SELECT lot_id, sum(accepted) AS accepted, sum(accepted_minor) AS accepted_minor, sum(late) AS late FROM of_invoice GROUP BY lot_id) s
  USING (lot_id)
WHERE l.file_id = ANY (:files)
ORDER BY file_id, lot_id, invoice_id
