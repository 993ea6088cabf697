-- A receipt on its arrival, and what took it back.
SELECT r.receipt_id, r.receipt_no AS receipt, r.ogd_no AS ogd, r.account, r.bank_ref, r.booking_date::text AS booking_date, r.value_date::text AS value_date,
       r.amount_minor, r.payer_account, r.payer_name, r.description AS text, r.employer_no AS employer_said, to_char(r.for_period, 'YYYY-MM') AS period_said,
       f.file_id AS file, f.name AS file_name, r.line_no AS line, u.scope || '/' || u.job || '-' || u.seq AS run, u.business_date::text AS received_on,
       t.receipt_no AS takes_back, b.receipt_no AS taken_back_by
FROM receipt r
JOIN file f USING (file_id)
JOIN run u ON u.run_id = r.run_id
LEFT JOIN receipt t ON t.receipt_id = r.takes_back
LEFT JOIN receipt b ON b.takes_back = r.receipt_id
WHERE r.receipt_no = :receipt
