-- All that a remittance run tells providers, line by line in the order of its documents: what is told, what is taken back, and beside
-- them the lines of the same invoices that wait. Of each table only the part is read that can hold these.
WITH told AS MATERIALIZED (
  SELECT claim_line_id, rev, sign, invoice_id FROM claim_told WHERE run_id = :run
), its_invoice AS MATERIALIZED (
  SELECT invoice_id, file_id, kind, provider_id, invoice_no, version, charged_minor
  FROM invoice
  WHERE (invoice_id BETWEEN :fromInvoice AND :toInvoice OR invoice_id = ANY (:otherInvoices)) AND invoice_id IN (SELECT invoice_id FROM told)
), decision AS MATERIALIZED (
  SELECT claim_line_id, rev, run_id, invoice_id, status, pend, charged_minor, copay_minor
  FROM claim_decision
  WHERE (invoice_id BETWEEN :fromInvoice AND :toInvoice OR invoice_id = ANY (:otherInvoices)) AND invoice_id IN (SELECT invoice_id FROM told)
), line AS MATERIALIZED (
  SELECT claim_line_id, file_id, provider_id, person_id, no, care_on, act_code, medicine_code, letter, coefficient, quantity
  FROM claim_line
  WHERE (invoice_id BETWEEN :fromInvoice AND :toInvoice OR invoice_id = ANY (:otherInvoices)) AND invoice_id IN (SELECT invoice_id FROM told)
), invoice_told AS (
  SELECT d.invoice_id, sum(t.sign * d.charged_minor) AS minor
  FROM (SELECT d.*
        FROM decision d
        WHERE d.invoice_id IN (SELECT invoice_id FROM told WHERE sign = 1)
          AND NOT EXISTS (SELECT FROM told t WHERE t.claim_line_id = d.claim_line_id AND t.rev = d.rev AND t.sign = 1)) d
  -- One by one: few lines of these invoices were told before.
  CROSS JOIN LATERAL (SELECT sign FROM claim_told
                      WHERE claim_line_id = d.claim_line_id AND rev = d.rev AND (run_id < :run OR (run_id = :run AND sign = -1)) OFFSET 0) t
  GROUP BY d.invoice_id
), latest AS MATERIALIZED (
  SELECT DISTINCT ON (d.claim_line_id) d.claim_line_id, d.rev, d.invoice_id, d.status, d.charged_minor
  FROM decision d
  WHERE d.invoice_id IN (SELECT invoice_id FROM told WHERE sign = 1) AND d.run_id = ANY (:inputs)
  ORDER BY d.claim_line_id, d.rev DESC
), taken AS (
  SELECT d.invoice_id, sum(d.charged_minor) FILTER (WHERE l.file_id = i.file_id) AS own_minor,
         sum(d.charged_minor) FILTER (WHERE l.file_id <> i.file_id) AS corrected_minor
  FROM latest d JOIN line l USING (claim_line_id) JOIN its_invoice i ON i.invoice_id = d.invoice_id
  GROUP BY d.invoice_id
), shown AS MATERIALIZED (
  SELECT claim_line_id, rev, sign, invoice_id FROM told
  UNION ALL
  SELECT claim_line_id, rev, 1, invoice_id FROM latest WHERE status = 'PENDED'
), share AS (
  SELECT claim_line_id, rev, string_agg(payer || E'\t' || amount_minor, E'\n' ORDER BY n) AS shares
  FROM claim_share
  WHERE (claim_line_id BETWEEN :from AND :to OR claim_line_id = ANY (:others)) AND (claim_line_id, rev) IN (SELECT claim_line_id, rev FROM told)
  GROUP BY claim_line_id, rev
), reduction AS (
  SELECT claim_line_id, rev, string_agg(concat_ws(E'\t', code, amount_minor, bearer, arguments), E'\n' ORDER BY n) AS reductions
  FROM claim_reduction
  WHERE (claim_line_id BETWEEN :from AND :to OR claim_line_id = ANY (:others)) AND (claim_line_id, rev) IN (SELECT claim_line_id, rev FROM told)
  GROUP BY claim_line_id, rev
), still_refused AS (
  -- Of each number the last refusal, unless a corrected line of that number was decided on.
  SELECT DISTINCT ON (r.invoice_id, r.no) r.*
  FROM refused_claim_line r
  WHERE r.invoice_id IN (SELECT invoice_id FROM told WHERE sign = 1) AND r.file_id <> ALL (:withdrawn)
    AND r.run_id < (SELECT max(run_id) FROM run WHERE run_id = ANY (:inputs) AND job = 'claim-adjudication')
    AND NOT EXISTS (SELECT FROM latest d JOIN line l USING (claim_line_id)
                    WHERE d.invoice_id = r.invoice_id AND l.no = r.no AND d.status <> 'WITHDRAWN')
  ORDER BY r.invoice_id, r.no, r.claim_line_id DESC
), provider_name AS (
  SELECT DISTINCT ON (provider_id) provider_id, name
  FROM provider_version
  WHERE run_id = ANY (:inputs) AND valid_from <= :day
  ORDER BY provider_id, valid_from DESC, run_id DESC
), remittance AS MATERIALIZED (
  SELECT q.provider_id, q.provider_no, coalesce(n.name, '') AS provider_name, d.year, d.number
  FROM document d JOIN provider q USING (provider_id) LEFT JOIN provider_name n USING (provider_id)
  WHERE d.run_id = :run AND d.series = 'BORD'
), head AS MATERIALIZED (
  SELECT i.*, i.charged_minor - coalesce(k.own_minor, 0) AS refused_minor, coalesce(k.corrected_minor, 0) AS corrected_minor,
         coalesce(b.minor, 0) AS before_minor
  FROM its_invoice i LEFT JOIN taken k USING (invoice_id) LEFT JOIN invoice_told b USING (invoice_id)
  WHERE i.kind = 'third_party'
)
SELECT c.provider_no, c.provider_name, c.year, c.number, i.invoice_no, i.version, s.sign = -1 AS taken_back,
       i.charged_minor AS invoice_minor, i.refused_minor, i.corrected_minor, i.before_minor,
       l.no, p.person_no, l.care_on,
       CASE WHEN l.act_code <> '' THEN l.act_code WHEN l.medicine_code <> '' THEN l.medicine_code
            ELSE l.letter || ' ' || trim_scale(l.coefficient)::text END AS act,
       coalesce(a.label, '') AS label, trim_scale(l.quantity)::text AS quantity, d.charged_minor, d.status, d.pend, d.copay_minor,
       h.shares, r.reductions, s.rev, 0 AS line_no, 0 AS code, '' AS field, '' AS value, '' AS expected
FROM shown s
JOIN decision d USING (claim_line_id, rev)
JOIN line l USING (claim_line_id)
JOIN head i ON i.invoice_id = s.invoice_id
JOIN remittance c ON c.provider_id = l.provider_id
JOIN person p ON p.person_id = l.person_id
LEFT JOIN share h ON h.claim_line_id = s.claim_line_id AND h.rev = s.rev
LEFT JOIN reduction r ON r.claim_line_id = s.claim_line_id AND r.rev = s.rev
LEFT JOIN care_label(:day, :inputs) a ON a.code = CASE WHEN l.medicine_code <> '' THEN l.medicine_code ELSE l.act_code END
  AND a.medicine = (l.medicine_code <> '')
UNION ALL
SELECT c.provider_no, c.provider_name, c.year, c.number, i.invoice_no, i.version, false,
       i.charged_minor, i.refused_minor, i.corrected_minor, i.before_minor,
       u.no, u.person_no, u.care_on, u.act, '', u.quantity, coalesce(u.charged_minor, 0), 'REJECTED', NULL, 0,
       NULL, NULL, 0, u.line_no, u.code, u.field, u.value, u.expected
FROM still_refused u
JOIN head i ON i.invoice_id = u.invoice_id
JOIN remittance c ON c.provider_id = i.provider_id
ORDER BY number, invoice_no, version, taken_back DESC, no, rev
