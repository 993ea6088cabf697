-- What is known of each person's own rights: months that stand with what was paid of them, lists, statuses, rights of an old system, and what
-- stands posted. Everything of a number that was merged belongs to the number that was kept.
WITH merged AS MATERIALIZED (
  SELECT person_id, kept_id FROM standing_merge(:inputs)
), taken_on AS MATERIALIZED (
  SELECT DISTINCT ON (section) run_id FROM take_on WHERE NOT refused AND run_id = ANY (:inputs) ORDER BY section, run_id DESC
), earlier AS (
  SELECT DISTINCT ON (c.person_id, c.employer_id, c.period) c.person_id, c.employer_id, c.period, v.population,
         coalesce(c.base_minor, 1) AS base_minor, coalesce(c.employer_minor + c.insured_minor, 1) AS minor
  FROM earlier_contribution c
  JOIN employer_version v ON v.employer_id = c.employer_id AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn)
  WHERE c.run_id IN (SELECT run_id FROM taken_on)
  ORDER BY c.person_id, c.employer_id, c.period, v.valid_from <= c.period DESC, v.valid_from DESC, v.run_id DESC
), line AS (
  SELECT l.person_id, l.employer_id, l.period, 0 AS rev, d.population, l.base_minor, l.employer_minor + l.insured_minor + l.state_minor AS minor
  FROM declaration_posting p
  JOIN declaration d ON d.declaration_id = p.declaration_id
  JOIN declaration_line l ON l.declaration_id = p.declaration_id AND l.period = p.period
  WHERE p.as_read AND p.run_id = ANY (:inputs)
  UNION ALL
  SELECT person_id, employer_id, period, rev, population, base_minor, employer_minor + insured_minor + state_minor
  FROM assessment
  WHERE run_id = ANY (:inputs)
  UNION ALL
  SELECT person_id, employer_id, period, 0, population, base_minor, minor FROM earlier
), month AS MATERIALIZED (
  SELECT coalesce(m.kept_id, l.person_id) AS person_id, l.employer_id, l.employer_id IS NULL AS own,
         coalesce(l.employer_id, m.kept_id, l.person_id) AS debtor_id, l.period, (array_agg(l.population ORDER BY l.rev DESC))[1] AS population,
         sum(l.minor) > 0 AS assessed
  FROM line l
  LEFT JOIN merged m USING (person_id)
  GROUP BY coalesce(m.kept_id, l.person_id), l.employer_id, coalesce(l.employer_id, m.kept_id, l.person_id), l.period
  HAVING sum(l.base_minor) > 0 OR sum(l.minor) > 0
), owed AS (
  SELECT e.debtor = 'PERSON' AS own, coalesce(m.kept_id, e.debtor_id) AS debtor_id, e.value_period AS period,
         sum(CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END) AS minor
  FROM ledger_entry e
  LEFT JOIN merged m ON e.debtor = 'PERSON' AND m.person_id = e.debtor_id
  WHERE e.debtor IN ('EMPLOYER', 'OPENING', 'PERSON') AND e.component = 'CONTRIBUTION' AND e.run_id = ANY (:inputs)
  GROUP BY 1, 2, e.value_period
), paid AS (
  SELECT own, debtor_id, period, allocated_on, sum(minor) OVER (PARTITION BY own, debtor_id, period ORDER BY allocated_on) AS minor
  FROM (SELECT a.person_id IS NOT NULL AS own, coalesce(m.kept_id, a.person_id, a.employer_id) AS debtor_id, a.period, a.allocated_on,
               sum(a.amount_minor) AS minor
        FROM allocation a
        LEFT JOIN merged m ON m.person_id = a.person_id
        WHERE a.component = 'CONTRIBUTION' AND a.run_id = ANY (:inputs)
        GROUP BY 1, 2, a.period, a.allocated_on) day
), given_up AS (
  SELECT e.debtor = 'PERSON_ACCOUNT' AS own, coalesce(m.kept_id, e.debtor_id) AS debtor_id, e.value_period AS period,
         max(r.business_date) AS given_up_on,
         sum(CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END) AS minor
  FROM ledger_entry e
  JOIN run r USING (run_id)
  LEFT JOIN merged m ON e.debtor = 'PERSON_ACCOUNT' AND m.person_id = e.debtor_id
  WHERE e.debtor IN ('ACCOUNT', 'PERSON_ACCOUNT') AND e.component IN ('WAIVED_CONTRIBUTION', 'WRITTEN_OFF_CONTRIBUTION', 'PRESCRIBED_CONTRIBUTION')
    AND e.run_id = ANY (:inputs)
  GROUP BY 1, 2, e.value_period
), due AS (
  SELECT DISTINCT ON (employer_id, period) employer_id, period, due
  FROM month_due
  WHERE run_id = ANY (:inputs)
  ORDER BY employer_id, period, run_id DESC
), settled AS MATERIALIZED (
  SELECT o.own, o.debtor_id, o.period, min(p.allocated_on) FILTER (WHERE p.minor >= o.minor) AS paid_on,
         CASE WHEN g.minor > 0 AND g.minor + coalesce(max(p.minor), 0) >= o.minor THEN g.given_up_on END AS given_up_on
  FROM owed o
  LEFT JOIN paid p USING (own, debtor_id, period)
  LEFT JOIN given_up g USING (own, debtor_id, period)
  WHERE o.minor > 0
  GROUP BY o.own, o.debtor_id, o.period, o.minor, g.minor, g.given_up_on
), months AS (
  SELECT m.person_id,
         jsonb_agg(jsonb_build_object(
           'month', m.period, 'population', m.population, 'employerNo', coalesce(e.employer_no, ''), 'assessed', m.assessed,
           'payment', CASE WHEN m.own AND m.population = ANY (:stateFunded) THEN 'STATE' ELSE 'ACCOUNT' END,
           'due', d.due,
           'paidOn', CASE WHEN m.own AND m.population = ANY (:stateFunded) THEN NULL WHEN s.debtor_id IS NULL THEN m.period ELSE s.paid_on END,
           'givenUpOn', s.given_up_on) ORDER BY m.period, e.employer_no) AS months
  FROM month m
  LEFT JOIN employer e USING (employer_id)
  LEFT JOIN settled s USING (own, debtor_id, period)
  LEFT JOIN due d USING (employer_id, period)
  GROUP BY m.person_id
), version AS (
  SELECT person_id, population, valid_from, valid_to, lead(valid_from) OVER (PARTITION BY person_id ORDER BY valid_from) AS next_from
  FROM (SELECT DISTINCT ON (person_id, valid_from) person_id, valid_from, population, valid_to
        FROM person_version
        WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
        ORDER BY person_id, valid_from, run_id DESC) v
), registered AS (
  SELECT person_id,
         jsonb_agg(jsonb_build_object('population', population, 'from', valid_from, 'to', least(valid_to, next_from)) ORDER BY valid_from)
           FILTER (WHERE population <> '') AS listed,
         max(valid_to) FILTER (WHERE next_from IS NULL) AS left_on
  FROM version
  GROUP BY person_id
), status AS (
  SELECT person_id, kind, detail, valid_from, least(valid_to, lead(valid_from) OVER (PARTITION BY person_id, kind, detail ORDER BY valid_from)) AS valid_to
  FROM (SELECT DISTINCT ON (person_id, kind, detail, valid_from) person_id, kind, detail, valid_from, valid_to
        FROM person_status
        WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn) AND kind NOT IN ('pregnancy', 'chronic', 'programme')
        ORDER BY person_id, kind, detail, valid_from, run_id DESC) s
), statuses AS (
  SELECT coalesce(m.kept_id, s.person_id) AS person_id,
         jsonb_agg(jsonb_build_object('kind', s.kind, 'detail', s.detail, 'from', s.valid_from, 'to', s.valid_to)
                   ORDER BY s.kind, s.detail, s.valid_from, s.valid_to) AS statuses
  FROM status s
  LEFT JOIN merged m USING (person_id)
  GROUP BY coalesce(m.kept_id, s.person_id)
), old_rights AS (
  SELECT coalesce(m.kept_id, o.person_id) AS person_id,
         jsonb_agg(jsonb_build_object('from', o.valid_from, 'to', o.valid_to, 'takenOn', r.business_date) ORDER BY o.valid_from, o.person_id) AS earlier
  FROM earlier_right o
  JOIN run r USING (run_id)
  LEFT JOIN merged m USING (person_id)
  WHERE o.run_id IN (SELECT run_id FROM taken_on)
  GROUP BY coalesce(m.kept_id, o.person_id)
), standing AS (
  SELECT person_id,
         jsonb_agg(jsonb_build_object('rev', rev, 'reverses', 0, 'period', jsonb_build_object(
           'payer', payer, 'from', valid_from, 'to', valid_to, 'population', population, 'rule', rule, 'why', why, 'arguments', why_arguments,
           'endWhy', end_why, 'endArguments', end_arguments)) ORDER BY payer, rev) AS standing
  FROM standing_right(:before)
  WHERE head_id = person_id
  GROUP BY person_id
), rev AS (
  SELECT person_id, jsonb_agg(jsonb_build_object('payer', payer, 'rev', rev) ORDER BY payer) AS revs
  FROM (SELECT person_id, payer, max(rev) AS rev FROM rights_period WHERE head_id = person_id AND run_id <> :run GROUP BY person_id, payer) r
  GROUP BY person_id
)
SELECT p.person_id, p.person_no, m.months::text, CASE WHEN g.person_id IS NULL THEN v.listed::text END AS listed, s.statuses::text,
       o.earlier::text, v.left_on, t.standing::text, r.revs::text
FROM person p
LEFT JOIN merged g USING (person_id)
LEFT JOIN months m USING (person_id)
LEFT JOIN registered v USING (person_id)
LEFT JOIN statuses s USING (person_id)
LEFT JOIN old_rights o USING (person_id)
LEFT JOIN standing t USING (person_id)
LEFT JOIN rev r USING (person_id)
WHERE p.person_id > :after AND (:person = 0 OR p.person_id = :person)
  AND (m.months IS NOT NULL OR (v.listed IS NOT NULL AND g.person_id IS NULL) OR s.statuses IS NOT NULL OR o.earlier IS NOT NULL
       OR t.standing IS NOT NULL)
ORDER BY p.person_id
