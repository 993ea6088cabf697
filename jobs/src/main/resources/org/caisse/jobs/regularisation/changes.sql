-- What those months of each employer that changed owed without the assessments that are told, and with them: all that they owe.
WITH told AS (
  SELECT r.run_id, to_date(r.scope, 'YYYY-MM') AS period
  FROM rectified_run x JOIN run r ON r.run_id = x.assessment_run_id
  WHERE x.run_id = :run
), month AS (
  SELECT period, max(run_id) AS last_run FROM told GROUP BY period
), changed AS (
  SELECT e.debtor_id AS employer_id, e.value_period, e.ogd_no, e.component, e.payer,
         sum(s.minor) AS after_minor, coalesce(sum(s.minor) FILTER (WHERE t.run_id IS NOT NULL), 0) AS difference_minor,
         bool_or(coalesce(sum(s.minor) FILTER (WHERE t.run_id IS NOT NULL), 0) <> 0) OVER (PARTITION BY e.debtor_id, e.value_period) AS month_changed
  FROM ledger_entry e
  JOIN month m ON m.period = e.value_period AND e.run_id <= m.last_run
  CROSS JOIN LATERAL (SELECT CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END AS minor) s
  LEFT JOIN told t ON t.run_id = e.run_id
  WHERE e.debtor = 'EMPLOYER'
  GROUP BY e.debtor_id, e.value_period, e.ogd_no, e.component, e.payer
)
SELECT c.employer_id, e.employer_no,
       string_agg(concat_ws('|', value_period, ogd_no, component, payer, after_minor - difference_minor, after_minor), ';'
                  ORDER BY value_period, ogd_no, component, payer) AS changes
FROM changed c JOIN employer e USING (employer_id)
WHERE month_changed AND (after_minor <> 0 OR difference_minor <> 0) AND c.employer_id > :after
GROUP BY c.employer_id, e.employer_no
ORDER BY c.employer_id
