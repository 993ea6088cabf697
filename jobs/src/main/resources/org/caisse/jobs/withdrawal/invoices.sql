-- What counts no more once a file of invoices is withdrawn: its invoices, and the lines that came in it.
SELECT (SELECT count(*) FROM invoice WHERE file_id = :file AND status = 'FILED' AND completes_id IS NULL) AS filed,
       count(*) AS lines, coalesce(sum(charged_minor), 0) AS charged_minor
FROM claim_line
WHERE claim_line_id BETWEEN first_claim_line_id(:file) AND first_claim_line_id(:file) + 16777215
