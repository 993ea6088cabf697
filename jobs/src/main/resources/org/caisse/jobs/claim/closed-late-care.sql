-- Care that was told and paid for days on which the right was closed afterwards and does not stand open again, with the employer that had
-- declared the head: for the month that is unpaid, else last up to these days, as the run knew it that closed them.
WITH told AS (
  SELECT claim_line_id, rev, max(run_id) AS told_by
  FROM claim_told
  WHERE run_id = ANY (:inputs)
  GROUP BY claim_line_id, rev
  HAVING sum(sign) = 1
), merged AS (
  SELECT person_id, kept_id FROM standing_merge(:inputs)
), paid AS (
  SELECT DISTINCT ON (l.claim_line_id, s.payer) l.claim_line_id, l.invoice_id, l.no, l.care_on, c.person_id, c.head_id, s.payer, s.amount_minor,
         c.lost_from, c.lost_to, c.why, c.arguments, c.run_id, t.told_by
  FROM right_closed_late c
  JOIN claim_share s ON s.payer = c.payer
  JOIN told t USING (claim_line_id, rev)
  JOIN claim_line l USING (claim_line_id)
  LEFT JOIN merged m ON m.person_id = l.person_id
  WHERE c.run_id = ANY (:inputs) AND c.person_id = coalesce(m.kept_id, l.person_id) AND c.lost_from <= l.care_on AND l.care_on < c.lost_to
    AND NOT EXISTS (SELECT FROM standing_right(:inputs) r
                    WHERE r.person_id = c.person_id AND r.payer = c.payer AND r.valid_from <= l.care_on
                      AND (r.valid_to IS NULL OR l.care_on < r.valid_to))
  ORDER BY l.claim_line_id, s.payer, c.run_id DESC
), employed AS (
  SELECT DISTINCT ON (p.claim_line_id, p.payer) p.claim_line_id, p.payer, e.employer_no
  FROM paid p
  JOIN contribution b ON b.person_id = p.head_id AND b.period <= p.lost_from
  JOIN run_input n ON n.run_id = p.run_id AND n.input_run_id = b.posted_by
  JOIN employer e USING (employer_id)
  ORDER BY p.claim_line_id, p.payer, (p.why = 'UNPAID' AND b.period::text = split_part(p.arguments, ';', 1)) DESC, b.period DESC, e.employer_no
)
SELECT h.person_no AS head_no, q.person_no, p.payer, p.care_on, i.provider_no, i.invoice_no, i.version, p.no, p.amount_minor,
       r.scope || '/' || r.job || '-' || r.seq AS told_by, p.lost_from, p.lost_to, p.why, p.arguments, coalesce(e.employer_no, '') AS employer_no
FROM paid p
JOIN invoice i USING (invoice_id)
JOIN person h ON h.person_id = p.head_id
JOIN person q ON q.person_id = p.person_id
JOIN run r ON r.run_id = p.told_by
LEFT JOIN employed e USING (claim_line_id, payer)
ORDER BY h.person_no, q.person_no, p.care_on, i.provider_no, i.invoice_no, p.no, p.payer
