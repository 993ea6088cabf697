-- Lines of an intake, with what became of their invoice and whom the registry knows. Heads are among them that cannot be read, or that
-- nothing follows: they are refused as lines are. A line has its own number where all lines of its invoice have one and no two the same; else
-- its place, refused ones included. A corrected line has the number of the line that it stands in for, unless the invoice has that line already,
-- or it says none: then the next one of the invoice.
-- What the run itself has taken before corrected lines are judged counts for these.
-- Files are gone through in portions, from :from to :until; of the history each row is looked up by its key.
WITH line AS (
  SELECT c.claim_line_id, g.invoice_id, c.said_no,
         row_number() OVER (PARTITION BY g.invoice_id ORDER BY c.claim_line_id) AS place,
         row_number() OVER (PARTITION BY g.invoice_id, c.said_no ORDER BY c.claim_line_id) AS nth
  FROM incoming_claim c
  JOIN incoming_invoice g ON g.run_id = :run AND g.invoice_id BETWEEN :from AND :until
    AND (g.file_id, g.lot_line, g.invoice_line, g.provider_no, g.lot_no, g.invoice_no, g.version, g.corrects)
      = (c.file_id, c.lot_line, c.invoice_line, c.provider_no, c.lot_no, c.invoice_no, c.version, c.corrects)
  WHERE c.run_id = :run AND c.claim_line_id BETWEEN :from AND :until AND c.record = 'L' AND NOT c.corrects AND NOT :corrects
), numbered AS (
  SELECT claim_line_id,
         CASE WHEN bool_and(said_no IS NOT NULL AND nth = 1) OVER (PARTITION BY invoice_id) THEN said_no ELSE place END AS no
  FROM line
), corrected AS (
  SELECT c.claim_line_id, v.completes_id, c.said_no, t.no AS top,
         c.said_no <= t.no AND row_number() OVER (PARTITION BY v.completes_id, c.said_no ORDER BY c.claim_line_id) = 1
           AND NOT EXISTS (SELECT FROM claim_line b
                           WHERE b.invoice_id = v.completes_id AND b.no = c.said_no
                             AND (b.run_id <> :run
                                  OR (:corrects AND EXISTS (SELECT FROM incoming_claim o
                                                              WHERE o.run_id = :run AND o.claim_line_id = b.claim_line_id AND NOT o.corrects))) AND NOT is_withdrawn(b.file_id)) AS keeps,
         -- The same corrected line in two files of one run: the reject file as CSV and as workbook.
         min(c.file_id) OVER (PARTITION BY v.completes_id, c.person_no, coalesce(c.rank, 0), c.care_on, c.act_code, c.letter,
                                           c.coefficient::numeric, c.medicine_code, c.quantity::numeric, c.charged_minor) < c.file_id AS again
  FROM incoming_claim c
  JOIN incoming_invoice g ON g.run_id = :run AND g.invoice_id BETWEEN :from AND :until
    AND (g.file_id, g.lot_line, g.invoice_line, g.provider_no, g.lot_no, g.invoice_no, g.version, g.corrects)
      = (c.file_id, c.lot_line, c.invoice_line, c.provider_no, c.lot_no, c.invoice_no, c.version, c.corrects)
  JOIN invoice v ON v.invoice_id = g.invoice_id
  CROSS JOIN LATERAL (
    SELECT coalesce(max(n.no), 0) AS no
    FROM (SELECT no FROM claim_line
          WHERE invoice_id = v.completes_id AND (run_id <> :run
                                                 OR (:corrects AND EXISTS (SELECT FROM incoming_claim o
                                                                             WHERE o.run_id = :run AND o.claim_line_id = claim_line.claim_line_id AND NOT o.corrects)))
          UNION ALL
          SELECT no FROM refused_claim_line
          WHERE invoice_id = v.completes_id AND (run_id <> :run
                                                 OR (:corrects AND EXISTS (SELECT FROM incoming_claim o
                                                                             WHERE o.run_id = :run AND o.claim_line_id = refused_claim_line.claim_line_id AND NOT o.corrects)))) n) t
  WHERE c.run_id = :run AND c.corrects AND :corrects AND v.completes_id IS NOT NULL
), own_number AS (
  SELECT claim_line_id, again,
         CASE WHEN keeps THEN said_no
              ELSE top + row_number() OVER (PARTITION BY completes_id, coalesce(keeps, false) ORDER BY claim_line_id) END AS no
  FROM corrected
)
SELECT c.*, coalesce(n.no, o.no, 1)::integer AS no, coalesce(v.completes_id, v.invoice_id, 0) AS of_invoice_id, v.status, v.period AS invoice_period, v.provider_id, f.received_on,
       coalesce(v.refused, l.refused, 0) AS whole_code, coalesce(v.refused_field, l.refused_field) AS whole_field,
       coalesce(v.refused_value, l.refused_value) AS whole_value, coalesce(v.refused_expected, l.refused_expected) AS whole_expected,
       p.person_id, d.dependant_id, k.content_key,
       EXISTS (SELECT FROM person_version o
               WHERE o.person_id = p.person_id AND o.run_id = ANY (:inputs) AND o.file_id <> ALL (:withdrawn)) AS person_known,
       coalesce(o.again, false) OR v.completes_id IS NOT NULL
         AND EXISTS (SELECT FROM claim_line b
                     WHERE b.invoice_id = v.completes_id AND b.person_id = coalesce(d.dependant_id, p.person_id)
                       AND b.content_key = k.content_key AND b.charged_minor = c.charged_minor
                       AND (b.run_id <> :run
                            OR (:corrects AND EXISTS (SELECT FROM incoming_claim o
                                                        WHERE o.run_id = :run AND o.claim_line_id = b.claim_line_id AND NOT o.corrects)))
                       AND NOT is_withdrawn(b.file_id)) AS taken_before
FROM incoming_claim c
JOIN file f USING (file_id)
LEFT JOIN incoming_invoice g ON g.run_id = :run AND g.invoice_id BETWEEN :from AND :until
  AND (g.file_id, g.lot_line, g.invoice_line, g.provider_no, g.lot_no, g.invoice_no, g.version, g.corrects)
    = (c.file_id, c.lot_line, c.invoice_line, c.provider_no, c.lot_no, c.invoice_no, c.version, c.corrects)
LEFT JOIN invoice v ON v.invoice_id = g.invoice_id AND v.invoice_id BETWEEN :from AND :until
LEFT JOIN numbered n ON n.claim_line_id = c.claim_line_id
LEFT JOIN own_number o ON o.claim_line_id = c.claim_line_id
LEFT JOIN invoice_lot l ON c.record = 'B' AND l.lot_id = c.claim_line_id AND l.lot_id BETWEEN :from AND :until
LEFT JOIN LATERAL (SELECT person_id FROM person p WHERE p.person_no = c.person_no OFFSET 0) p ON true
LEFT JOIN LATERAL (
  SELECT o.dependant_id
  FROM (SELECT DISTINCT ON (t.dependant_id) t.dependant_id, t.rank, t.valid_to
        FROM dependant_link t
        WHERE t.head_id = p.person_id AND t.valid_from <= c.care_on AND t.run_id = ANY (:inputs) AND t.file_id <> ALL (:withdrawn)
        ORDER BY t.dependant_id, t.valid_from DESC, t.run_id DESC) o
  WHERE c.rank > 0 AND o.rank = c.rank AND (o.valid_to IS NULL OR o.valid_to > c.care_on)
  ORDER BY o.dependant_id LIMIT 1) d ON true
CROSS JOIN LATERAL (
  SELECT care_content(c.care_on, c.act_code, c.letter, c.coefficient::numeric, c.medicine_code, c.quantity::numeric) AS content_key) k
WHERE c.run_id = :run AND c.claim_line_id > :after AND c.claim_line_id BETWEEN :from AND :until AND c.corrects = :corrects
  AND (c.record = 'L' OR c.reject_code <> 0 OR (c.record = 'I' AND g.lines = 0) OR (c.record = 'B' AND l.invoices = 0))
ORDER BY c.claim_line_id
