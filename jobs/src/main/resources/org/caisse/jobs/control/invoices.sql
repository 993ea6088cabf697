-- After an intake of invoices: lines, refusals, invoices and amounts say the same.
SELECT 'lines in = accepted + rejected + repeated, in count and amount, per file', f.name,
       format('accepted %s/%s of %s/%s, rejected %s/%s, read %s', r.accepted, coalesce(l.lines, 0), r.accepted_amount_minor,
              coalesce(l.amount, 0), r.rejected, coalesce(x.rejects, 0), r.amount_minor)
FROM file f
LEFT JOIN file_result r USING (file_id)
LEFT JOIN (SELECT file_id, count(*) AS lines, sum(charged_minor) AS amount FROM claim_line WHERE run_id = :run GROUP BY file_id) l USING (file_id)
LEFT JOIN (SELECT file_id, count(*) AS rejects FROM line_reject WHERE run_id = :run GROUP BY file_id) x USING (file_id)
LEFT JOIN (SELECT c.file_id, count(*) AS lines
           FROM incoming_claim c
           LEFT JOIN line_reject x ON x.file_id = c.file_id AND x.line_no = c.line_no AND x.canonical_no = c.canonical_no
           WHERE c.run_id = :run AND (c.record = 'L' OR x.line_no IS NOT NULL)
           GROUP BY c.file_id) c USING (file_id)
WHERE f.run_id = :run
  AND ((r.accepted, r.accepted_amount_minor, r.rejected) IS DISTINCT FROM
         (coalesce(l.lines, 0), coalesce(l.amount, 0), coalesce(x.rejects, 0))
       OR r.person_lines IS DISTINCT FROM coalesce(c.lines, 0))
UNION ALL
SELECT 'the amount of a file is that of its accepted, rejected and repeated lines', f.name,
       format('read %s, found %s', r.amount_minor, coalesce(c.amount, 0))
FROM file f
JOIN file_result r USING (file_id)
LEFT JOIN (SELECT c.file_id, sum(c.charged_minor) AS amount
           FROM incoming_claim c
           LEFT JOIN claim_line l ON l.run_id = :run AND l.claim_line_id = c.claim_line_id
           LEFT JOIN line_reject x ON x.file_id = c.file_id AND x.line_no = c.line_no AND x.canonical_no = c.canonical_no
           LEFT JOIN incoming_invoice g ON g.run_id = :run
             AND (g.file_id, g.lot_line, g.invoice_line, g.provider_no, g.lot_no, g.invoice_no, g.version, g.corrects)
               = (c.file_id, c.lot_line, c.invoice_line, c.provider_no, c.lot_no, c.invoice_no, c.version, c.corrects)
           LEFT JOIN invoice i ON i.invoice_id = g.invoice_id
           WHERE c.run_id = :run AND (l.claim_line_id IS NOT NULL OR x.line_no IS NOT NULL OR i.status = 'REPEATED')
           GROUP BY c.file_id) c USING (file_id)
WHERE f.run_id = :run AND r.amount_minor <> coalesce(c.amount, 0)
UNION ALL
SELECT 'a line belongs to an invoice that is filed', l.claim_line_id::text, coalesce(i.status, 'none')
FROM claim_line l LEFT JOIN invoice i USING (invoice_id)
WHERE l.run_id = :run AND (i.status IS DISTINCT FROM 'FILED' OR i.completes_id IS NOT NULL OR i.provider_id <> l.provider_id)
UNION ALL
SELECT 'nothing of a lot that is refused is taken', l.lot_no, i.invoice_no
FROM invoice_lot l JOIN invoice i USING (lot_id)
WHERE l.run_id = :run AND l.refused <> 0 AND i.status <> 'REFUSED'
UNION ALL
SELECT 'every file of the run is read as it was recognised', f.name,
       format('question %s, refused %s', coalesce(g.question_code::text, 'none'), r.refused)
FROM file f
JOIN file_result r USING (file_id)
LEFT JOIN file_recognition g USING (file_id)
WHERE f.run_id = :run AND r.refused IS DISTINCT FROM g.question_code
