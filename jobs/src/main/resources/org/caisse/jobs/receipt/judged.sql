-- Each line of a file of bank statements, or of a delegated body's remittances, with what is known of its reference, and the receipt that it takes back: one of the same account and the opposite
-- amount that no line took back before, or an earlier line of the file.
CREATE TEMP TABLE judged_receipt ON COMMIT DROP AS
WITH line AS (
  SELECT i.*, (row_number() OVER same)::integer AS rank,
         (value_date, amount_minor, payer_account, description)
           = (first_value(value_date) OVER same, first_value(amount_minor) OVER same, first_value(payer_account) OVER same,
              first_value(description) OVER same) AS same_as_first
  FROM incoming_receipt i
  WINDOW same AS (PARTITION BY account, bank_ref ORDER BY seq)
), back AS (
  SELECT l.seq, coalesce(r.receipt_id, :file::bigint * 16777216 + e.line_no) AS receipt_id,
         row_number() OVER (PARTITION BY coalesce(r.receipt_id, :file::bigint * 16777216 + e.line_no) ORDER BY l.seq) AS n
  FROM line l
  LEFT JOIN receipt r ON r.ogd_no = CASE WHEN :remittances THEN l.account ELSE '' END AND r.account = l.account AND r.bank_ref = l.takes_back AND r.amount_minor = -l.amount_minor
    AND NOT EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id)
  LEFT JOIN line e ON e.account = l.account AND e.bank_ref = l.takes_back AND e.amount_minor = -l.amount_minor AND e.seq < l.seq
    AND e.rank = 1
  WHERE l.takes_back <> '' AND l.amount_minor < 0 AND l.rank = 1 AND (r.receipt_id IS NOT NULL OR e.seq IS NOT NULL)
)
SELECT l.*, coalesce(b.receipt_id, 0) AS takes_back_id,
       CASE WHEN r.receipt_id IS NULL THEN 'NOTHING'
            WHEN (r.value_date, r.amount_minor, r.payer_account, r.description)
                 = (l.value_date, l.amount_minor, l.payer_account, l.description) THEN 'SAME'
            ELSE 'OTHER' END AS known
FROM line l
LEFT JOIN receipt r ON r.ogd_no = CASE WHEN :remittances THEN l.account ELSE '' END AND (r.account, r.bank_ref) = (l.account, l.bank_ref)
LEFT JOIN back b ON b.seq = l.seq AND b.n = 1
