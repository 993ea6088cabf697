-- Money at the bank that belongs to nobody yet and may be the transfer of a delegated body, with the remittances that point to it.
WITH latest AS (
  SELECT DISTINCT ON (receipt_id) receipt_id, employer_id, person_id, ogd_no, remittance_no, rule
  FROM receipt_match
  WHERE run_id < :run AND (rule NOT IN ('HAND', 'TAKEN_BACK') OR run_id = ANY (:inputs))
  ORDER BY receipt_id, run_id DESC
), standing AS (
  SELECT m.* FROM remittance m WHERE m.run_id = ANY (:inputs) AND m.refused = 0 AND NOT m.repeated
), pending AS (
  SELECT r.*
  FROM receipt r LEFT JOIN latest m USING (receipt_id)
  WHERE r.run_id = ANY (:inputs) AND r.receipt_id > :after AND r.ogd_no = '' AND r.amount_minor > 0
    AND num_nonnulls(m.employer_id, m.person_id, m.ogd_no) = 0 AND m.rule IS DISTINCT FROM 'TAKEN_BACK'
    AND NOT EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id AND b.run_id = ANY (:inputs))
    AND EXISTS (SELECT FROM standing)
), word AS (
  SELECT p.receipt_id, t.token
  FROM pending p
  CROSS JOIN LATERAL (SELECT DISTINCT regexp_split_to_table(upper(p.description || ' ' || p.payer_name), '[[:space:],;:()]+') AS token) t
), found AS (
  SELECT p.receipt_id, 'REMITTANCE' AS rule, m.ogd_no, m.number, p.bank_ref AS why
  FROM pending p JOIN standing m ON m.transfer_ref = p.bank_ref AND m.transfer_ref <> ''
  UNION
  -- A number alone may be anything, so that the body must be named beside it.
  SELECT n.receipt_id, 'REMITTANCE', m.ogd_no, m.number, m.ogd_no || ' ' || m.number
  FROM standing m
  JOIN word n ON n.token = upper(m.number)
  JOIN word o ON o.receipt_id = n.receipt_id AND o.token = upper(m.ogd_no)
  UNION
  SELECT p.receipt_id, 'TRANSFER', m.ogd_no, m.number, m.remitted_on::text
  FROM pending p
  JOIN standing m ON p.amount_minor IN (m.total_minor, m.total_minor - m.withheld_minor) AND abs(m.remitted_on - p.value_date) <= :days
  WHERE NOT EXISTS (SELECT FROM latest l JOIN receipt t USING (receipt_id) WHERE (l.ogd_no, l.remittance_no) = (m.ogd_no, m.number))
), named AS (
  SELECT p.receipt_id
  FROM pending p
  WHERE upper(p.description) ~ '(AVIS|RAPPEL|MED|RELEVE)[- ]?[0-9]{4}[- ]?[0-9]{6}'
  UNION ALL
  SELECT w.receipt_id FROM word w JOIN employer e ON e.employer_no = w.token WHERE length(w.token) >= 5
  UNION ALL
  SELECT w.receipt_id FROM word w JOIN person e ON e.person_no = w.token WHERE length(w.token) >= 5
  UNION ALL
  SELECT p.receipt_id
  FROM pending p
  JOIN LATERAL (SELECT DISTINCT ON (a.employer_id) a.employer_id, a.period
                FROM employer_assessment a
                WHERE a.run_id = ANY (:inputs) AND abs(a.due - p.value_date) <= :days
                  AND a.employer_minor + a.insured_minor + a.surcharge_minor = p.amount_minor) a ON true
  UNION ALL
  SELECT p.receipt_id
  FROM pending p
  JOIN (SELECT DISTINCT a.insured_minor, d.due
        FROM assessment a
        JOIN unnest(:duePopulations::text[], :duePeriods::text[]::date[], :dueDays::text[]::date[]) d (population, period, due)
          USING (population, period)
        WHERE a.employer_id IS NULL AND a.insured_minor > 0 AND a.run_id = ANY (:inputs)) o
    ON o.insured_minor = p.amount_minor AND abs(o.due - p.value_date) <= :days
  UNION ALL
  SELECT p.receipt_id
  FROM pending p
  JOIN (SELECT DISTINCT min(claimed_on) AS claimed_on, sum(amount_minor) AS amount_minor FROM care_debt(:inputs) GROUP BY debtor, debtor_id, period) c
    ON c.amount_minor = p.amount_minor AND abs(c.claimed_on - p.value_date) <= :days
)
SELECT p.receipt_id, p.receipt_no,
       (SELECT jsonb_agg(jsonb_build_object('rule', f.rule, 'ogd', f.ogd_no, 'remittance', f.number, 'why', f.why)
                         ORDER BY f.rule, f.ogd_no, f.number, f.why)
        FROM found f WHERE f.receipt_id = p.receipt_id)::text AS candidates,
       (SELECT count(*) FROM named n WHERE n.receipt_id = p.receipt_id)::integer AS employers
FROM pending p
WHERE p.receipt_id IN (SELECT receipt_id FROM found)
ORDER BY p.receipt_id
