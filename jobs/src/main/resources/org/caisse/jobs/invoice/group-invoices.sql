-- Which lines and heads are one invoice, which invoices are one lot, and what they say of the whole. An invoice is of the month that it
-- says, else of that of its last care.
WITH part AS (
  SELECT *, min(claim_line_id) OVER (PARTITION BY file_id, lot_line, provider_no, lot_no) AS lot_id
  FROM incoming_claim
  WHERE run_id = :run AND provider_no <> ''
)
INSERT INTO incoming_invoice (run_id, invoice_id, lot_id, file_id, line_no, lot_line, invoice_line, provider_no, lot_no, invoice_no, version,
                              kind, corrects, period, lines, charged_minor, unreadable, said_lines, said_minor, unclear, content_sha256)
SELECT :run, min(claim_line_id), lot_id, file_id, min(line_no), lot_line, invoice_line, provider_no, lot_no, invoice_no, version,
       min(kind), corrects, coalesce(min(period), date_trunc('month', max(care_on))::date),
       count(*) FILTER (WHERE record = 'L'),
       coalesce(sum(charged_minor), 0),
       count(*) FILTER (WHERE record = 'L' AND charged_minor IS NULL),
       max(said_lines), max(said_minor),
       CASE WHEN min(kind) <> max(kind) THEN 'kind'
            WHEN min(period) <> max(period) THEN 'period'
            WHEN min(said_lines) <> max(said_lines) THEN 'invoice_lines'
            WHEN min(said_minor) <> max(said_minor) THEN 'invoice_total'
            ELSE '' END,
       encode(sha256(convert_to(min(kind) || E'\n' || coalesce(string_agg(
         concat_ws('|', person_no, rank, care_on, act_code, letter, coefficient, medicine_code, quantity, unit_minor, charged_minor, said_rate,
                   said_fund_minor, said_patient_minor, prescriber, prescription_no, prescribed_on, referrer, agreement_no, affection, exemption,
                   place, CASE WHEN reject_code <> 0 THEN canonical || raw END),
         E'\n' ORDER BY claim_line_id) FILTER (WHERE record = 'L'), ''), 'UTF8')), 'hex')
FROM part
WHERE record <> 'B' AND invoice_no <> ''
GROUP BY lot_id, file_id, lot_line, invoice_line, provider_no, lot_no, invoice_no, version, corrects
