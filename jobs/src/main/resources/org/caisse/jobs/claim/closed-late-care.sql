-- Care that was told and paid for days on which the right was closed afterwards and does not stand open again, with the employer that had
-- declared the head: for the month that is unpaid, else last up to these days, as the run knew it that closed them.
WITH paid AS MATERIALIZED (
  SELECT * FROM closed_late_paid(:inputs)
), employed AS (
  SELECT DISTINCT ON (p.claim_line_id, p.payer) p.claim_line_id, p.payer, e.employer_id, e.employer_no
  FROM paid p
  JOIN contribution b ON b.person_id = p.head_id AND b.period <= p.lost_from
  JOIN run_input n ON n.run_id = p.closed_by AND n.input_run_id = b.posted_by
  JOIN employer e USING (employer_id)
  ORDER BY p.claim_line_id, p.payer, (p.why = 'UNPAID' AND b.period::text = split_part(p.arguments, ';', 1)) DESC, b.period DESC, e.employer_no
)
SELECT h.person_no AS head_no, q.person_no, p.payer, p.care_on, i.provider_no, i.invoice_no, i.version, p.no, p.amount_minor,
       r.scope || '/' || r.job || '-' || r.seq AS told_by, p.lost_from, p.lost_to, p.why, p.arguments, coalesce(e.employer_no, '') AS employer_no,
       e.employer_id, p.head_id
FROM paid p
JOIN invoice i USING (invoice_id)
JOIN person h ON h.person_id = p.head_id
JOIN person q ON q.person_id = p.person_id
JOIN run r ON r.run_id = p.told_by
LEFT JOIN employed e USING (claim_line_id, payer)
ORDER BY h.person_no, q.person_no, p.care_on, i.provider_no, i.invoice_no, p.no, p.payer
