-- What the run decided, line by line, with what stood before; and every line that waits by now.
WITH decided AS (
  SELECT d.claim_line_id, d.rev, d.run_id = :run AS now
  FROM claim_decision d
  WHERE CASE WHEN :pended THEN d.status = 'PENDED' AND d.run_id <= :run
                               AND NOT EXISTS (SELECT FROM claim_decision n
                                               WHERE n.claim_line_id = d.claim_line_id AND n.rev = d.rev + 1 AND n.run_id <= :run)
             ELSE d.run_id = :run END
), share AS (
  SELECT claim_line_id, rev, json_agg(json_build_object('payer', payer, 'amountMinor', amount_minor, 'rate', rate) ORDER BY n)::text AS shares
  FROM claim_share JOIN decided USING (claim_line_id, rev)
  GROUP BY claim_line_id, rev
), reduction AS (
  SELECT claim_line_id, rev,
         json_agg(json_build_object('code', code, 'payer', payer, 'amountMinor', amount_minor, 'bearer', bearer, 'arguments', arguments::json)
                  ORDER BY n)::text AS reductions
  FROM claim_reduction JOIN decided USING (claim_line_id, rev)
  GROUP BY claim_line_id, rev
)
SELECT i.provider_no, i.invoice_no, i.version, l.no, p.person_no, l.care_on, i.received_on, l.late,
       CASE WHEN l.act_code <> '' THEN l.act_code WHEN l.medicine_code <> '' THEN l.medicine_code
            ELSE l.letter || ' ' || trim_scale(l.coefficient)::text END AS act,
       coalesce(a.label, '') AS label, trim_scale(l.quantity)::text AS quantity, d.charged_minor, d.status, d.pend, d.copay_minor,
       h.shares, r.reductions, b.status AS before_status,
       (SELECT coalesce(sum(s.amount_minor), 0) FROM claim_share s
        WHERE s.claim_line_id = b.claim_line_id AND s.rev = b.rev AND b.status = 'PAID')::bigint AS before_minor
FROM decided k
JOIN claim_decision d USING (claim_line_id, rev)
JOIN claim_line l USING (claim_line_id)
JOIN invoice i ON i.invoice_id = d.invoice_id
JOIN person p ON p.person_id = l.person_id
LEFT JOIN claim_decision b ON b.claim_line_id = k.claim_line_id AND b.rev = k.rev - 1
LEFT JOIN share h ON h.claim_line_id = k.claim_line_id AND h.rev = k.rev
LEFT JOIN reduction r ON r.claim_line_id = k.claim_line_id AND r.rev = k.rev
LEFT JOIN care_label(:day, :inputs) a ON a.code = CASE WHEN l.medicine_code <> '' THEN l.medicine_code ELSE l.act_code END
  AND a.medicine = (l.medicine_code <> '')
ORDER BY i.provider_no, i.invoice_no, i.version, l.no
