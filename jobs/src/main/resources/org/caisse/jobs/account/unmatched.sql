-- Money that belongs to nobody as far as the run could tell.
SELECT r.receipt_no, r.account, r.bank_ref, r.value_date, r.amount_minor, r.payer_account, r.payer_name, r.description, u.candidates, u.owes_nothing
FROM unmatched_receipt u JOIN receipt r USING (receipt_id)
WHERE u.run_id = :run
ORDER BY r.value_date, r.account, r.bank_ref
