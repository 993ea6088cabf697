-- All that a remittance run tells insured persons, in the order of their statements. Of each table
-- only the part is read that can hold what is told.
WITH told AS MATERIALIZED (
  SELECT claim_line_id, rev, sign, invoice_id, household_id FROM claim_told WHERE run_id = :run
), decision AS MATERIALIZED (
  SELECT t.*, d.status, d.pend, d.charged_minor, d.copay_minor
  FROM told t
  JOIN (SELECT claim_line_id, rev, status, pend, charged_minor, copay_minor
        FROM claim_decision
        WHERE claim_line_id BETWEEN :from AND :to OR claim_line_id = ANY (:others)) d USING (claim_line_id, rev)
), line AS (
  SELECT claim_line_id, provider_id, person_id, no, care_on, act_code, medicine_code, letter, coefficient, quantity
  FROM claim_line
  WHERE claim_line_id BETWEEN :from AND :to OR claim_line_id = ANY (:others)
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
), provider_name AS (
  SELECT DISTINCT ON (provider_id) provider_id, name
  FROM provider_version
  WHERE run_id = ANY (:inputs) AND valid_from <= :day
  ORDER BY provider_id, valid_from DESC, run_id DESC
), person_name AS (
  SELECT DISTINCT ON (person_id) person_id, last_name || ' ' || first_name AS name
  FROM person_version
  WHERE run_id = ANY (:inputs) AND valid_from <= :day
  ORDER BY person_id, valid_from DESC, run_id DESC
), statement AS MATERIALIZED (
  SELECT c.person_id, c.year, c.number, e.person_no AS head_no, coalesce(f.name, '') AS head_name
  FROM document c JOIN person e USING (person_id) LEFT JOIN person_name f USING (person_id)
  WHERE c.run_id = :run AND c.series = 'DECOMPTE'
)
SELECT c.year, c.number, c.head_no, c.head_name, coalesce(g.name, '') AS person_name,
       coalesce(n.name, i.provider_no) AS provider_name, i.kind = 'reimbursement' AS reimbursed, t.sign = -1 AS taken_back,
       l.no, p.person_no, l.care_on,
       CASE WHEN l.act_code <> '' THEN l.act_code WHEN l.medicine_code <> '' THEN l.medicine_code
            ELSE l.letter || ' ' || trim_scale(l.coefficient)::text END AS act,
       coalesce(a.label, '') AS label, trim_scale(l.quantity)::text AS quantity, t.charged_minor, t.status, t.pend, t.copay_minor,
       h.shares, r.reductions
FROM decision t
JOIN line l USING (claim_line_id)
JOIN invoice i ON i.invoice_id = t.invoice_id
JOIN statement c ON c.person_id = t.household_id
JOIN person p ON p.person_id = l.person_id
LEFT JOIN share h ON h.claim_line_id = t.claim_line_id AND h.rev = t.rev
LEFT JOIN reduction r ON r.claim_line_id = t.claim_line_id AND r.rev = t.rev
LEFT JOIN care_label(:day, :inputs) a ON a.code = CASE WHEN l.medicine_code <> '' THEN l.medicine_code ELSE l.act_code END
  AND a.medicine = (l.medicine_code <> '')
LEFT JOIN provider_name n ON n.provider_id = l.provider_id
LEFT JOIN person_name g ON g.person_id = l.person_id
ORDER BY c.number, p.person_no, l.care_on, i.provider_no, i.invoice_no, t.sign, l.no
