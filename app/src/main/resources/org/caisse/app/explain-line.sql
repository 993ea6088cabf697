-- A line of an invoice by its place in it: of the highest version, unless one is named.
WITH asked AS (
  SELECT * FROM invoice
  WHERE provider_no = :provider AND invoice_no = :invoice AND status = 'FILED' AND completes_id IS NULL
    AND (:version = 0 OR version = :version)
  ORDER BY version DESC, invoice_id DESC
  LIMIT 1
)
SELECT l.claim_line_id, i.provider_no, i.invoice_no, i.version, i.kind, i.received_on, n.no, p.person_no, l.line_no, f.name AS file_name, f.sha256
FROM asked i
JOIN (SELECT claim_line_id, invoice_id, row_number() OVER (PARTITION BY invoice_id ORDER BY claim_line_id) AS no
      FROM claim_line WHERE invoice_id IN (SELECT invoice_id FROM asked)) n USING (invoice_id)
JOIN claim_line l USING (claim_line_id)
JOIN person p ON p.person_id = l.person_id
JOIN file f ON f.file_id = l.file_id
WHERE n.no = :line
