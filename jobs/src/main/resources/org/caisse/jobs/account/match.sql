-- Receipts that belong to nobody yet, with the employers, and the persons who owe themselves, that their text, their account or their amount
-- points to; of many persons the first three, and how many they are.
WITH latest AS (
  SELECT DISTINCT ON (receipt_id) receipt_id, employer_id, person_id, ogd_no, rule
  FROM receipt_match
  WHERE run_id < :run AND (rule NOT IN ('HAND', 'TAKEN_BACK') OR run_id = ANY (:inputs))
  ORDER BY receipt_id, run_id DESC
), pending AS (
  SELECT r.*, coalesce(m.rule = 'TAKEN_BACK', false) AS taken_back
  FROM receipt r LEFT JOIN latest m USING (receipt_id)
  WHERE r.run_id = ANY (:inputs) AND r.receipt_id > :after AND num_nonnulls(m.employer_id, m.person_id, m.ogd_no) = 0
    AND r.takes_back IS NULL
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
), care AS MATERIALIZED (
  SELECT * FROM care_debt(:inputs)
), merged AS MATERIALIZED (
  SELECT person_id, kept_id FROM standing_merge(:inputs)
), own AS MATERIALIZED (
  SELECT coalesce(g.kept_id, e.debtor_id) AS person_id, e.value_period AS period,
         sum(CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END) AS amount_minor
  FROM ledger_entry e LEFT JOIN merged g ON g.person_id = e.debtor_id
  WHERE e.debtor = 'PERSON' AND e.run_id = ANY (:inputs)
  GROUP BY coalesce(g.kept_id, e.debtor_id), e.value_period
), own_due AS (
  SELECT DISTINCT ON (coalesce(g.kept_id, a.person_id), a.period) coalesce(g.kept_id, a.person_id) AS person_id, a.period, d.due
  FROM assessment a
  JOIN unnest(:duePopulations::text[], :duePeriods::text[]::date[], :dueDays::text[]::date[]) d (population, period, due) USING (population, period)
  LEFT JOIN merged g USING (person_id)
  WHERE a.employer_id IS NULL AND a.run_id = ANY (:inputs)
  ORDER BY coalesce(g.kept_id, a.person_id), a.period, a.rev DESC, d.due
), own_amount AS MATERIALIZED (
  SELECT o.amount_minor, u.due, o.period, count(*) AS persons, (array_agg(o.person_id ORDER BY p.person_no))[1 : 3] AS first
  FROM own o JOIN own_due u USING (person_id, period) JOIN person p USING (person_id)
  WHERE o.amount_minor > 0
  GROUP BY o.amount_minor, u.due, o.period
  UNION ALL
  SELECT c.amount_minor, c.claimed_on, c.period, count(*), (array_agg(c.person_id ORDER BY p.person_no))[1 : 3]
  FROM (SELECT coalesce(g.kept_id, c.debtor_id) AS person_id, c.period, min(c.claimed_on) AS claimed_on, sum(c.amount_minor) AS amount_minor
        FROM care c LEFT JOIN merged g ON g.person_id = c.debtor_id
        WHERE c.debtor = 'PERSON_CARE'
        GROUP BY coalesce(g.kept_id, c.debtor_id), c.period) c
  JOIN person p USING (person_id)
  GROUP BY c.amount_minor, c.claimed_on, c.period
), own_payer AS (
  SELECT payer_account, count(*) AS persons, (array_agg(person_id ORDER BY person_no))[1 : 3] AS first
  FROM (SELECT DISTINCT o.payer_account, p.person_id, p.person_no
        FROM latest m
        JOIN receipt o USING (receipt_id)
        LEFT JOIN merged g ON g.person_id = m.person_id
        JOIN person p ON p.person_id = coalesce(g.kept_id, m.person_id)
        WHERE m.rule IN ('REFERENCE', 'NUMBER', 'HAND') AND o.payer_account <> '') x
  GROUP BY payer_account
), token AS MATERIALIZED (
  SELECT p.receipt_id, t.token
  FROM pending p
  CROSS JOIN LATERAL (SELECT regexp_split_to_table(upper(p.description), '[^A-Z0-9]+') AS token
                      UNION SELECT regexp_split_to_table(upper(p.description), '[^A-Z0-9/.-]+')) t
  WHERE length(t.token) >= 5
  UNION
  SELECT receipt_id, employer_no FROM pending WHERE ogd_no <> '' AND employer_no <> ''
), named AS MATERIALIZED (
  SELECT p.receipt_id, d.employer_id, d.person_id, m[1] || '-' || m[2] || '-' || m[3] AS why
  FROM pending p
  CROSS JOIN LATERAL regexp_matches(upper(p.description), '(AVIS|RAPPEL|MED|RELEVE)[- ]?([0-9]{4})[- ]?([0-9]{6})', 'g') m
  JOIN document d ON d.series = m[1] AND d.year = m[2]::integer AND d.number = m[3]::integer
), found_person AS (
  SELECT n.receipt_id, 'REFERENCE' AS rule, coalesce(g.kept_id, n.person_id) AS person_id, n.why
  FROM named n LEFT JOIN merged g USING (person_id)
  WHERE n.person_id IS NOT NULL
  UNION
  SELECT t.receipt_id, 'NUMBER', coalesce(g.kept_id, p.person_id), p.person_no
  FROM token t JOIN person p ON p.person_no = t.token LEFT JOIN merged g USING (person_id)
  UNION
  SELECT p.receipt_id, 'ACCOUNT', f.person_id, p.payer_account || CASE WHEN o.persons > 3 THEN ' ×' || o.persons ELSE '' END
  FROM pending p JOIN own_payer o USING (payer_account) CROSS JOIN LATERAL unnest(o.first) f (person_id)
  UNION
  SELECT p.receipt_id, 'AMOUNT', f.person_id, to_char(o.period, 'YYYY-MM') || CASE WHEN o.persons > 3 THEN ' ×' || o.persons ELSE '' END
  FROM pending p
  JOIN own_amount o ON o.amount_minor = p.amount_minor AND abs(o.due - p.value_date) <= :days
  CROSS JOIN LATERAL unnest(o.first) f (person_id)
), found AS (
  SELECT receipt_id, 'REFERENCE' AS rule, employer_id, why FROM named WHERE employer_id IS NOT NULL
  UNION
  SELECT t.receipt_id, 'NUMBER', e.employer_id, e.employer_no
  FROM token t JOIN employer e ON e.employer_no = t.token
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
  UNION
  SELECT p.receipt_id, 'AMOUNT', c.debtor_id, to_char(c.period, 'YYYY-MM')
  FROM pending p
  JOIN (SELECT debtor_id, period, min(claimed_on) AS claimed_on, sum(amount_minor) AS amount_minor
        FROM care WHERE debtor = 'EMPLOYER_CARE' GROUP BY debtor_id, period) c
    ON c.amount_minor = p.amount_minor AND abs(c.claimed_on - p.value_date) <= :days
), employers AS (
  SELECT f.receipt_id,
         jsonb_agg(jsonb_build_object('rule', f.rule, 'employerId', f.employer_id, 'employerNo', e.employer_no, 'why', f.why)
                   ORDER BY f.rule, e.employer_no, f.why) AS candidates
  FROM found f JOIN employer e USING (employer_id)
  GROUP BY f.receipt_id
), persons AS (
  SELECT f.receipt_id,
         jsonb_agg(jsonb_build_object('rule', f.rule, 'personId', f.person_id, 'personNo', x.person_no, 'owes', o.person_id IS NOT NULL, 'why', f.why)
                   ORDER BY f.rule, x.person_no, f.why) AS insured
  FROM found_person f
  JOIN person x USING (person_id)
  LEFT JOIN (SELECT person_id FROM own
             UNION
             SELECT coalesce(g.kept_id, c.debtor_id) FROM care c LEFT JOIN merged g ON g.person_id = c.debtor_id WHERE c.debtor = 'PERSON_CARE') o
    USING (person_id)
  GROUP BY f.receipt_id
)
SELECT p.receipt_id, p.receipt_no, p.taken_back, e.candidates::text, i.insured::text
FROM pending p
LEFT JOIN employers e USING (receipt_id)
LEFT JOIN persons i USING (receipt_id)
ORDER BY p.receipt_id
