-- What the assessments that are told changed, for all debtors; the last row is the sum.
WITH told AS (
  SELECT r.run_id, to_date(r.scope, 'YYYY-MM') AS period
  FROM rectified_run x JOIN run r ON r.run_id = x.assessment_run_id
  WHERE x.run_id = :run
), month AS (
  SELECT period, max(run_id) AS last_run FROM told GROUP BY period
), changed AS (
  SELECT e.value_period, e.debtor, e.ogd_no, e.component, e.payer, sum(s.minor)::bigint AS after_minor,
         coalesce(sum(s.minor) FILTER (WHERE t.run_id IS NOT NULL), 0)::bigint AS difference_minor
  FROM ledger_entry e
  JOIN month m ON m.period = e.value_period AND e.run_id <= m.last_run
  CROSS JOIN LATERAL (SELECT CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END AS minor) s
  LEFT JOIN told t ON t.run_id = e.run_id
  WHERE e.debtor IN ('EMPLOYER', 'PERSON', 'STATE')
  GROUP BY e.value_period, e.debtor, e.ogd_no, e.component, e.payer
)
SELECT to_char(value_period, 'YYYY-MM') AS period, debtor, ogd_no, component, payer, after_minor - difference_minor AS before_minor,
       after_minor, false AS total
FROM changed
UNION ALL
SELECT '', '', '', '', '', coalesce(sum(after_minor - difference_minor), 0)::bigint, coalesce(sum(after_minor), 0)::bigint, true
FROM changed
ORDER BY total, period, debtor, ogd_no, component, payer
