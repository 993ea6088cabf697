-- What was taken on, with the file and line where it stands. Money becomes receipts: the bank's lines, had they come through us.
WITH debt AS (
  INSERT INTO opening_debt (run_id, file_id, line_no, employer_id, period, ogd_no, component, due, late_from, amount_minor)
  SELECT :run, file_id, line_no, employer_id, period, ogd, component, due, late_from, amount_minor FROM judged_take_on WHERE kind = 'DEBT'
), account AS (
  INSERT INTO opening_account (run_id, file_id, line_no, account, amount_minor)
  SELECT :run, file_id, line_no, account, amount_minor FROM judged_take_on WHERE kind = 'ACCOUNT'
), contribution AS (
  INSERT INTO earlier_contribution (run_id, file_id, line_no, person_id, employer_id, period, base_minor, employer_minor, insured_minor, state_minor)
  SELECT :run, file_id, line_no, person_id, employer_id, period, base_minor, employer_minor, insured_minor, state_minor
  FROM judged_take_on WHERE kind = 'CONTRIBUTION'
), rights AS (
  INSERT INTO earlier_right (run_id, file_id, line_no, person_id, valid_from, valid_to, waiting_months, basis)
  SELECT :run, file_id, line_no, person_id, valid_from, valid_to, waiting_months, basis FROM judged_take_on WHERE kind = 'RIGHT'
), money AS (
  INSERT INTO receipt (receipt_id, receipt_no, run_id, file_id, line_no, statement, ogd_no, account, bank_ref, booking_date, value_date,
                       amount_minor, payer_account, payer_name, description)
  SELECT file_id::bigint * 16777216 + line_no, file_id || '-' || line_no, :run, file_id, line_no, 0, '', account, reference, value_date, value_date,
         amount_minor, payer_account, payer_name, description
  FROM judged_take_on WHERE kind = 'MONEY' AND known = 'NOTHING'
), waiting AS (
  INSERT INTO receipt_advance (run_id, employer_id, receipt_id, amount_minor)
  SELECT :run, employer_id, file_id::bigint * 16777216 + line_no, amount_minor
  FROM judged_take_on WHERE kind = 'MONEY' AND known = 'NOTHING' AND employer_id IS NOT NULL
)
INSERT INTO receipt_match (receipt_id, run_id, employer_id, rule, why)
SELECT file_id::bigint * 16777216 + line_no, :run, employer_id, 'TAKEN_ON', employer
FROM judged_take_on WHERE kind = 'MONEY' AND known = 'NOTHING' AND employer_id IS NOT NULL
