SELECT f.name, f.ordinal, r.line_no, r.code, r.field, r.value, r.expected, r.raw, r.whole, r.canonical_no, coalesce(nullif(r.canonical, ''), r.raw) AS canonical,
       i.status, coalesce(c.provider_no, '') AS provider_no, coalesce(c.invoice_no, '') AS invoice_no, coalesce(c.version, 0) AS version,
       coalesce(u.no, 0) AS no
FROM line_reject r
JOIN file f USING (file_id)
LEFT JOIN incoming_claim c ON c.run_id = :run AND c.claim_line_id = first_claim_line_id(r.file_id) + r.line_no AND c.canonical_no = r.canonical_no
LEFT JOIN incoming_invoice g ON g.run_id = :run
  AND (g.file_id, g.lot_line, g.invoice_line, g.provider_no, g.lot_no, g.invoice_no, g.version, g.corrects)
    = (c.file_id, c.lot_line, c.invoice_line, c.provider_no, c.lot_no, c.invoice_no, c.version, c.corrects)
LEFT JOIN invoice i USING (invoice_id)
LEFT JOIN refused_claim_line u ON u.claim_line_id = c.claim_line_id
WHERE r.run_id = :run
UNION ALL
SELECT f.name, f.ordinal, coalesce(g.question_line, 1), x.refused, coalesce(g.question_column, ''), x.found,
       coalesce(g.question_answer, ''), '', true, 0, '', NULL, '', '', 0, 0
FROM file_result x
JOIN file f USING (file_id)
LEFT JOIN file_recognition g USING (file_id)
WHERE x.run_id = :run AND x.refused <> 0
ORDER BY ordinal, line_no, canonical_no
