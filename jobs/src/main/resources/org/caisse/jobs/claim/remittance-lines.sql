-- All that a remittance run tells providers, line by line in the order of its documents: what is told, what is taken back, and beside
-- them the lines of the same invoices that wait.
WITH told AS (
  SELECT t.claim_line_id, t.rev, t.sign, t.invoice_id, t.provider_id
  FROM claim_told t
  WHERE t.run_id = :run
), invoice_told AS (
  SELECT t.invoice_id, sum(t.sign * d.charged_minor) AS minor
  FROM claim_told t JOIN claim_decision d USING (claim_line_id, rev)
  WHERE t.invoice_id IN (SELECT invoice_id FROM told WHERE sign = 1) AND (t.run_id < :run OR (t.run_id = :run AND t.sign = -1))
  GROUP BY t.invoice_id
), latest AS (
  SELECT DISTINCT ON (d.claim_line_id) d.claim_line_id, d.rev, d.invoice_id, d.status, d.charged_minor
  FROM claim_decision d
  WHERE d.invoice_id IN (SELECT invoice_id FROM told WHERE sign = 1) AND d.run_id = ANY (:inputs)
  ORDER BY d.claim_line_id, d.rev DESC
), taken AS (
  SELECT d.invoice_id, sum(d.charged_minor) FILTER (WHERE l.file_id = i.file_id) AS own_minor,
         sum(d.charged_minor) FILTER (WHERE l.file_id <> i.file_id) AS corrected_minor
  FROM latest d JOIN claim_line l USING (claim_line_id) JOIN invoice i ON i.invoice_id = d.invoice_id
  GROUP BY d.invoice_id
), shown AS (
  SELECT claim_line_id, rev, sign, invoice_id FROM told
  UNION ALL
  SELECT claim_line_id, rev, 1, invoice_id FROM latest WHERE status = 'PENDED'
), share AS (
  SELECT claim_line_id, rev, json_agg(json_build_object('payer', payer, 'amountMinor', amount_minor, 'rate', rate) ORDER BY n)::text AS shares
  FROM claim_share
  WHERE (claim_line_id, rev) IN (SELECT claim_line_id, rev FROM shown)
  GROUP BY claim_line_id, rev
), reduction AS (
  SELECT claim_line_id, rev,
         json_agg(json_build_object('code', code, 'payer', payer, 'amountMinor', amount_minor, 'bearer', bearer, 'arguments', arguments::json)
                  ORDER BY n)::text AS reductions
  FROM claim_reduction
  WHERE (claim_line_id, rev) IN (SELECT claim_line_id, rev FROM shown)
  GROUP BY claim_line_id, rev
), still_refused AS (
  -- Of each number the last refusal, unless a corrected line of that number was decided on.
  SELECT DISTINCT ON (r.invoice_id, r.no) r.*
  FROM refused_claim_line r
  WHERE r.invoice_id IN (SELECT invoice_id FROM told WHERE sign = 1) AND r.file_id <> ALL (:withdrawn)
    AND r.run_id < (SELECT max(run_id) FROM run WHERE run_id = ANY (:inputs) AND job = 'claim-adjudication')
    AND NOT EXISTS (SELECT FROM latest d JOIN claim_line l USING (claim_line_id)
                    WHERE d.invoice_id = r.invoice_id AND l.no = r.no AND d.status <> 'WITHDRAWN')
  ORDER BY r.invoice_id, r.no, r.claim_line_id DESC
), provider_name AS (
  SELECT DISTINCT ON (provider_id) provider_id, name
  FROM provider_version
  WHERE run_id = ANY (:inputs) AND valid_from <= :day
  ORDER BY provider_id, valid_from DESC, run_id DESC
)
SELECT c.provider_no, coalesce(n.name, '') AS provider_name, c.year, c.number, i.invoice_no, i.version, s.sign = -1 AS taken_back,
       i.charged_minor AS invoice_minor, i.charged_minor - coalesce(k.own_minor, 0) AS refused_minor,
       coalesce(k.corrected_minor, 0) AS corrected_minor, coalesce(b.minor, 0) AS before_minor,
       l.no, p.person_no, l.care_on,
       CASE WHEN l.act_code <> '' THEN l.act_code WHEN l.medicine_code <> '' THEN l.medicine_code
            ELSE l.letter || ' ' || trim_scale(l.coefficient)::text END AS act,
       coalesce(a.label, '') AS label, trim_scale(l.quantity)::text AS quantity, d.charged_minor, d.status, d.pend, d.copay_minor,
       h.shares, r.reductions, s.rev, 0 AS line_no, 0 AS code, '' AS field, '' AS value, '' AS expected
FROM shown s
JOIN claim_decision d USING (claim_line_id, rev)
JOIN claim_line l USING (claim_line_id)
JOIN invoice i ON i.invoice_id = s.invoice_id AND i.kind = 'third_party'
JOIN (SELECT q.provider_id, q.provider_no, d.year, d.number FROM document d JOIN provider q USING (provider_id)
      WHERE d.run_id = :run AND d.series = 'BORD') c ON c.provider_id = l.provider_id
JOIN person p ON p.person_id = l.person_id
LEFT JOIN taken k ON k.invoice_id = i.invoice_id
LEFT JOIN invoice_told b ON b.invoice_id = i.invoice_id
LEFT JOIN share h ON h.claim_line_id = s.claim_line_id AND h.rev = s.rev
LEFT JOIN reduction r ON r.claim_line_id = s.claim_line_id AND r.rev = s.rev
LEFT JOIN care_label(:day, :inputs) a ON a.code = CASE WHEN l.medicine_code <> '' THEN l.medicine_code ELSE l.act_code END
  AND a.medicine = (l.medicine_code <> '')
LEFT JOIN provider_name n ON n.provider_id = l.provider_id
UNION ALL
SELECT c.provider_no, coalesce(n.name, ''), c.year, c.number, i.invoice_no, i.version, false,
       i.charged_minor, i.charged_minor - coalesce(k.own_minor, 0), coalesce(k.corrected_minor, 0), coalesce(b.minor, 0),
       u.no, u.person_no, u.care_on, u.act, '', u.quantity, coalesce(u.charged_minor, 0), 'REJECTED', NULL, 0,
       NULL, NULL, 0, u.line_no, u.code, u.field, u.value, u.expected
FROM still_refused u
JOIN invoice i ON i.invoice_id = u.invoice_id AND i.kind = 'third_party'
JOIN (SELECT q.provider_id, q.provider_no, d.year, d.number FROM document d JOIN provider q USING (provider_id)
      WHERE d.run_id = :run AND d.series = 'BORD') c ON c.provider_id = i.provider_id
LEFT JOIN taken k ON k.invoice_id = i.invoice_id
LEFT JOIN invoice_told b ON b.invoice_id = i.invoice_id
LEFT JOIN provider_name n ON n.provider_id = i.provider_id
ORDER BY number, invoice_no, version, taken_back DESC, no, rev
