-- A line of an invoice that the intake refused, by its number in it: of the highest version, unless one is named.
WITH asked AS (
  SELECT * FROM invoice
  WHERE provider_no = :provider AND invoice_no = :invoice AND status = 'FILED' AND completes_id IS NULL
    AND (:version = 0 OR version = :version)
  ORDER BY version DESC, invoice_id DESC
  LIMIT 1
)
SELECT i.provider_no, i.invoice_no, i.version, i.received_on, r.no, r.person_no, r.charged_minor, r.line_no, f.name AS file_name,
       r.code, r.field, r.value, r.expected, n.scope || '/' || n.job || '-' || n.seq AS run
FROM asked i
JOIN refused_claim_line r USING (invoice_id)
JOIN file f ON f.file_id = r.file_id
JOIN run n ON n.run_id = r.run_id
WHERE r.no = :line
ORDER BY is_withdrawn(r.file_id), r.claim_line_id DESC
LIMIT 1
