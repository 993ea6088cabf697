-- A line of an invoice by its number in it: of the highest version, unless one is named.
WITH asked AS (
  SELECT * FROM invoice
  WHERE provider_no = :provider AND invoice_no = :invoice AND status = 'FILED' AND completes_id IS NULL
    AND (:version = 0 OR version = :version)
  ORDER BY version DESC, invoice_id DESC
  LIMIT 1
)
SELECT l.claim_line_id, i.provider_no, i.invoice_no, i.version, i.kind, i.received_on, l.no, p.person_no, l.line_no, f.name AS file_name, f.sha256
FROM asked i
JOIN claim_line l USING (invoice_id)
JOIN person p ON p.person_id = l.person_id
JOIN file f ON f.file_id = l.file_id
WHERE l.no = :line
ORDER BY is_withdrawn(l.file_id), l.claim_line_id DESC
