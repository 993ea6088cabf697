-- Employer by employer and month by month, as people read it; the last row is the sum.
WITH month AS (
  SELECT employer_id, period, ogd_no, sum(before_minor)::bigint AS before_minor, sum(after_minor)::bigint AS after_minor
  FROM rectification
  WHERE run_id = :run
  GROUP BY employer_id, period, ogd_no
)
SELECT e.employer_no, coalesce(v.name, '') AS name, m.ogd_no, to_char(m.period, 'YYYY-MM') AS period, m.before_minor, m.after_minor,
       false AS total
FROM month m
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = m.employer_id ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
UNION ALL
SELECT '', '', '', '', coalesce(sum(before_minor), 0)::bigint, coalesce(sum(after_minor), 0)::bigint, true FROM month
ORDER BY total, employer_no, period, ogd_no
