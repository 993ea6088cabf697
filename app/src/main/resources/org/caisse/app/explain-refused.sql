-- A line of an invoice that the intake refused, by its number in it: of the highest version, unless one is named. Where no invoice of the
-- number was filed, the one that was refused whole: its lines have no numbers.
WITH asked AS (
  SELECT * FROM invoice
  WHERE provider_no = :provider AND invoice_no = :invoice AND completes_id IS NULL AND status <> 'REPEATED'
    AND (:version = 0 OR version = :version)
  ORDER BY status = 'FILED' DESC, version DESC, invoice_id DESC
  LIMIT 1
), line AS (
  SELECT i.provider_no, i.invoice_no, i.version, i.received_on, r.no, r.person_no, r.charged_minor, r.file_id, r.line_no, r.run_id,
         r.code, r.field, r.value, r.expected, false AS whole
  FROM asked i
  JOIN refused_claim_line r USING (invoice_id)
  WHERE i.status = 'FILED' AND r.no = :line
  ORDER BY is_withdrawn(r.file_id), r.claim_line_id DESC
  LIMIT 1
)
SELECT x.*, f.name AS file_name, f.sha256, n.scope || '/' || n.job || '-' || n.seq AS run
FROM (
  SELECT * FROM line
  UNION ALL
  SELECT provider_no, invoice_no, version, received_on, CAST(:line AS integer), '', charged_minor, file_id, line_no, run_id,
         refused, refused_field, refused_value, refused_expected, true
  FROM asked
  WHERE status = 'REFUSED' AND :line BETWEEN 1 AND lines
) x
JOIN file f ON f.file_id = x.file_id
JOIN run n ON n.run_id = x.run_id
