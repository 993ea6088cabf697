-- Receipts that belong to nobody yet, with the employers that their text, their account or their amount points to.
WITH latest AS (
  SELECT DISTINCT ON (receipt_id) receipt_id, employer_id, ogd_no, rule
  FROM receipt_match
  WHERE run_id < :run AND (rule NOT IN ('HAND', 'TAKEN_BACK') OR run_id = ANY (:inputs))
  ORDER BY receipt_id, run_id DESC
), pending AS (
  SELECT r.*, coalesce(m.rule = 'TAKEN_BACK', false) AS taken_back
  FROM receipt r LEFT JOIN latest m USING (receipt_id)
  WHERE r.run_id = ANY (:inputs) AND r.receipt_id > :after AND m.employer_id IS NULL AND m.ogd_no IS NULL AND r.takes_back IS NULL
    -- What the step before found to be the transfer of a delegated body.
    AND NOT EXISTS (SELECT FROM receipt_match t WHERE t.receipt_id = r.receipt_id AND t.run_id = :run AND t.ogd_no IS NOT NULL)
    AND NOT EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id AND b.run_id = ANY (:inputs))
), debt AS (
  SELECT e.debtor_id AS employer_id, e.value_period, sum(CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END) AS amount_minor
  FROM ledger_entry e
  WHERE e.debtor IN ('EMPLOYER', 'OPENING') AND e.run_id = ANY (:inputs)
  GROUP BY e.debtor_id, e.value_period
), due AS (
  SELECT DISTINCT ON (employer_id, period) employer_id, period, due
  FROM month_due
  WHERE run_id = ANY (:inputs)
  ORDER BY employer_id, period, run_id DESC
), found AS (
  SELECT p.receipt_id, 'REFERENCE' AS rule, d.employer_id, m[1] || '-' || m[2] || '-' || m[3] AS why
  FROM pending p
  CROSS JOIN LATERAL regexp_matches(upper(p.description), '(AVIS|RAPPEL|MED|RELEVE)[- ]?([0-9]{4})[- ]?([0-9]{6})', 'g') m
  JOIN document d ON d.series = m[1] AND d.year = m[2]::integer AND d.number = m[3]::integer AND d.employer_id IS NOT NULL
  UNION
  SELECT p.receipt_id, 'NUMBER', e.employer_id, e.employer_no
  FROM pending p
  CROSS JOIN LATERAL (SELECT regexp_split_to_table(upper(p.description), '[^A-Z0-9]+') AS token
                      UNION SELECT regexp_split_to_table(upper(p.description), '[^A-Z0-9/.-]+')) t
  JOIN employer e ON e.employer_no = t.token
  WHERE length(t.token) >= 5
  UNION
  SELECT p.receipt_id, 'NUMBER', e.employer_id, e.employer_no
  FROM pending p JOIN employer e ON e.employer_no = p.employer_no
  WHERE p.ogd_no <> ''
  UNION
  SELECT p.receipt_id, 'ACCOUNT', m.employer_id, p.payer_account
  FROM pending p
  JOIN receipt o ON o.payer_account = p.payer_account AND o.receipt_id <> p.receipt_id
  JOIN latest m ON m.receipt_id = o.receipt_id AND m.rule IN ('REFERENCE', 'NUMBER', 'HAND', 'TAKEN_ON') AND m.employer_id IS NOT NULL
  WHERE p.payer_account <> ''
  UNION
  SELECT p.receipt_id, 'AMOUNT', d.employer_id, to_char(d.value_period, 'YYYY-MM')
  FROM pending p
  JOIN debt d ON d.amount_minor = p.amount_minor
  JOIN due u ON u.employer_id = d.employer_id AND u.period = d.value_period AND abs(u.due - p.value_date) <= :days
  WHERE p.amount_minor > 0
)
SELECT p.receipt_id, p.receipt_no, p.taken_back,
       (SELECT jsonb_agg(jsonb_build_object('rule', f.rule, 'employerId', f.employer_id, 'employerNo', e.employer_no, 'why', f.why)
                         ORDER BY f.rule, e.employer_no, f.why)
        FROM found f JOIN employer e USING (employer_id) WHERE f.receipt_id = p.receipt_id)::text AS candidates
FROM pending p
ORDER BY p.receipt_id
