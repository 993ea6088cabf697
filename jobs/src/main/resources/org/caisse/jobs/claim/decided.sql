-- What the run decided, line by line, with what stood before; and every line that waits by now. Of each table only the
-- part is read that can hold what is listed.
WITH decided AS MATERIALIZED (
  SELECT d.claim_line_id, d.rev, d.invoice_id, d.charged_minor, d.status, d.pend, d.copay_minor
  FROM claim_decision d
  WHERE NOT :pended AND d.run_id = :run
  UNION ALL
  SELECT d.claim_line_id, d.rev, d.invoice_id, d.charged_minor, d.status, d.pend, d.copay_minor
  FROM claim_decision d
  WHERE :pended AND d.status = 'PENDED' AND d.run_id <= :run
    -- Only revisions can have come after.
    AND NOT EXISTS (SELECT FROM claim_decision n
                    WHERE n.claim_line_id = d.claim_line_id AND n.rev = d.rev + 1 AND n.rev > 1 AND n.run_id <= :run)
), line AS (
  SELECT claim_line_id, person_id, no, care_on, late, act_code, medicine_code, letter, coefficient, quantity
  FROM claim_line
  WHERE claim_line_id BETWEEN :from AND :to OR claim_line_id = ANY (:others)
), before AS (
  SELECT b.*
  FROM (SELECT claim_line_id, rev FROM decided WHERE rev > 1) d
  -- One by one: few decisions have one before.
  CROSS JOIN LATERAL (SELECT claim_line_id, rev, status FROM claim_decision
                      WHERE claim_line_id = d.claim_line_id AND rev = d.rev - 1 OFFSET 0) b
), share AS (
  SELECT claim_line_id, rev, string_agg(payer || E'\t' || amount_minor, E'\n' ORDER BY n) AS shares
  FROM claim_share
  WHERE (claim_line_id BETWEEN :from AND :to OR claim_line_id = ANY (:others)) AND (claim_line_id, rev) IN (SELECT claim_line_id, rev FROM decided)
  GROUP BY claim_line_id, rev
), reduction AS (
  SELECT claim_line_id, rev, string_agg(concat_ws(E'\t', code, amount_minor, bearer, arguments), E'\n' ORDER BY n) AS reductions
  FROM claim_reduction
  WHERE (claim_line_id BETWEEN :from AND :to OR claim_line_id = ANY (:others)) AND (claim_line_id, rev) IN (SELECT claim_line_id, rev FROM decided)
  GROUP BY claim_line_id, rev
)
SELECT i.provider_no, i.invoice_no, i.version, l.no, p.person_no, l.care_on, i.received_on, l.late,
       CASE WHEN l.act_code <> '' THEN l.act_code WHEN l.medicine_code <> '' THEN l.medicine_code
            ELSE l.letter || ' ' || trim_scale(l.coefficient)::text END AS act,
       coalesce(a.label, '') AS label, trim_scale(l.quantity)::text AS quantity, k.charged_minor, k.status, k.pend, k.copay_minor,
       h.shares, r.reductions, b.status AS before_status,
       CASE WHEN b.status = 'PAID'
            THEN (SELECT coalesce(sum(s.amount_minor), 0) FROM claim_share s WHERE s.claim_line_id = b.claim_line_id AND s.rev = b.rev)
            ELSE 0 END::bigint AS before_minor
FROM decided k
JOIN line l USING (claim_line_id)
JOIN invoice i ON i.invoice_id = k.invoice_id
JOIN person p ON p.person_id = l.person_id
LEFT JOIN before b ON b.claim_line_id = k.claim_line_id AND b.rev = k.rev - 1
LEFT JOIN share h ON h.claim_line_id = k.claim_line_id AND h.rev = k.rev
LEFT JOIN reduction r ON r.claim_line_id = k.claim_line_id AND r.rev = k.rev
LEFT JOIN care_label(:day, :inputs) a ON a.code = CASE WHEN l.medicine_code <> '' THEN l.medicine_code ELSE l.act_code END
  AND a.medicine = (l.medicine_code <> '')
ORDER BY i.provider_no, i.invoice_no, i.version, l.no
