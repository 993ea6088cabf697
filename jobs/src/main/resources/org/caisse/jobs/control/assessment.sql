-- After an assessment: persons, employers and ledger say the same, per payer; every entry has its postings.
WITH this AS (
  SELECT run_id, to_date(scope, 'YYYY-MM') AS period FROM run WHERE run_id = :run
), persons AS (
  SELECT employer_id, sum(employer_minor) AS employer_minor, sum(insured_minor) AS insured_minor, sum(state_minor) AS state_minor
  FROM (SELECT l.employer_id, l.employer_minor, l.insured_minor, l.state_minor
        FROM declaration_posting p JOIN declaration_line l USING (declaration_id)
        WHERE p.as_read AND p.period = (SELECT period FROM this) AND l.period = (SELECT period FROM this)
        UNION ALL
        SELECT coalesce(employer_id, 0), employer_minor, insured_minor, state_minor
        FROM assessment WHERE period = (SELECT period FROM this)) c
  GROUP BY employer_id
), employers AS (
  SELECT DISTINCT ON (employer_id) employer_id, employer_minor, insured_minor, state_minor, surcharge_minor, state = 'DEFAULT' AS by_default
  FROM employer_assessment
  WHERE period = (SELECT period FROM this)
  ORDER BY employer_id, run_id DESC
), ledger AS (
  SELECT debtor, debtor_id,
         coalesce(sum(signed) FILTER (WHERE component = 'CONTRIBUTION' AND payer = 'EMPLOYER'), 0) AS employer_minor,
         coalesce(sum(signed) FILTER (WHERE component = 'CONTRIBUTION' AND payer = 'INSURED'), 0)  AS insured_minor,
         coalesce(sum(signed) FILTER (WHERE payer = 'STATE'), 0)                                   AS state_minor,
         coalesce(sum(signed) FILTER (WHERE component = 'LATE_DECLARATION'), 0)                    AS surcharge_minor
  FROM (SELECT *, CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END AS signed
        FROM ledger_entry WHERE value_period = (SELECT period FROM this)) e
  GROUP BY debtor, debtor_id
)
SELECT 'contributions of persons = assessment of the employer', e.employer_no,
       format('persons %s, employer %s', coalesce(p.employer_minor, 0) + coalesce(p.insured_minor, 0),
              coalesce(m.employer_minor, 0) + coalesce(m.insured_minor, 0))
FROM (SELECT * FROM persons WHERE employer_id <> 0) p
-- What is assessed by default is of no person.
FULL JOIN (SELECT * FROM employers WHERE NOT by_default) m USING (employer_id)
JOIN employer e USING (employer_id)
WHERE (coalesce(p.employer_minor, 0), coalesce(p.insured_minor, 0), coalesce(p.state_minor, 0)) IS DISTINCT FROM
      (coalesce(m.employer_minor, 0), coalesce(m.insured_minor, 0), coalesce(m.state_minor, 0))
UNION ALL
SELECT 'assessment of the employer = ledger', e.employer_no,
       format('assessed %s + %s + %s, posted %s + %s + %s', coalesce(m.employer_minor, 0), coalesce(m.insured_minor, 0),
              coalesce(m.surcharge_minor, 0), coalesce(g.employer_minor, 0), coalesce(g.insured_minor, 0), coalesce(g.surcharge_minor, 0))
FROM employers m
FULL JOIN (SELECT debtor_id AS employer_id, employer_minor, insured_minor, surcharge_minor FROM ledger WHERE debtor = 'EMPLOYER') g
  USING (employer_id)
JOIN employer e USING (employer_id)
WHERE (coalesce(m.employer_minor, 0), coalesce(m.insured_minor, 0), coalesce(m.surcharge_minor, 0)) IS DISTINCT FROM
      (coalesce(g.employer_minor, 0), coalesce(g.insured_minor, 0), coalesce(g.surcharge_minor, 0))
UNION ALL
SELECT 'people without employer = ledger', (SELECT period FROM this)::text, format('assessed %s, posted %s', a.insured_minor, g.insured_minor)
FROM (SELECT coalesce(sum(insured_minor), 0) AS insured_minor FROM persons WHERE employer_id = 0) a,
     (SELECT coalesce(sum(insured_minor), 0) AS insured_minor FROM ledger WHERE debtor = 'PERSON') g
WHERE a.insured_minor <> g.insured_minor
UNION ALL
SELECT 'shares of the State = its ledger account', (SELECT period FROM this)::text, format('assessed %s, posted %s', a.state_minor, g.state_minor)
FROM (SELECT coalesce(sum(state_minor), 0) AS state_minor FROM persons) a,
     (SELECT coalesce(sum(state_minor), 0) AS state_minor FROM ledger WHERE debtor = 'STATE') g
WHERE a.state_minor <> g.state_minor
UNION ALL
SELECT 'every entry has its postings', format('%s %s rev %s', n.debtor, n.debtor_id, n.rev), format('entry %s, debit %s', n.amount_minor, x.debit)
FROM ledger_entry n
LEFT JOIN (SELECT value_period, debtor, debtor_id, rev, sum(debit_minor) AS debit, sum(credit_minor) AS credit
           FROM posting WHERE run_id = :run AND value_period = (SELECT period FROM this) GROUP BY value_period, debtor, debtor_id, rev) x USING (value_period, debtor, debtor_id, rev)
WHERE n.run_id = :run AND (x.debit IS DISTINCT FROM n.amount_minor OR x.credit IS DISTINCT FROM n.amount_minor)
