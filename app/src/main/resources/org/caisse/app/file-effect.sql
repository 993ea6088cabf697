-- What runs posted on account of a file of declarations: per run and month, the entries of the employers for whom something of it moved.
-- Where it began to count, what is taken back is what stood before; where it ceased, only what is taken back has to do with it, since
-- what is posted in its place comes from elsewhere. The State's share of these employers' months is told from the sub-ledger: in the
-- ledger it is part of the State's entries.
WITH moved AS (
  SELECT * FROM file_moves(:file)
), booked AS (
  SELECT m.what, m.run_id, m.period, e.component, e.payer, e.reverses IS NOT NULL AS reversal, e.amount_minor
  FROM moved m
  JOIN ledger_entry e ON e.value_period = m.period AND e.debtor = 'EMPLOYER' AND e.debtor_id = m.employer_id AND e.run_id = m.run_id
  WHERE m.what <> 'UNDATED' OR e.component = 'LATE_DECLARATION'
  UNION ALL
  SELECT m.what, m.run_id, m.period, 'CONTRIBUTION', 'STATE', c.state_minor < 0, abs(c.state_minor)
  FROM moved m
  JOIN contribution c ON c.period = m.period AND c.employer_id = m.employer_id AND c.posted_by = m.run_id
  WHERE c.state_minor <> 0 AND m.what <> 'UNDATED'
), amount AS (
  SELECT what, run_id, period, component, payer,
         coalesce(sum(amount_minor) FILTER (WHERE NOT reversal AND what <> 'CEASED'), 0)::bigint AS posted_minor,
         coalesce(sum(amount_minor) FILTER (WHERE reversal), 0)::bigint AS reversed_minor
  FROM booked
  GROUP BY what, run_id, period, component, payer
)
SELECT m.what, m.run_id, r.scope || '/' || r.job || '-' || r.seq AS run, r.status, r.business_date::text AS day,
       to_char(m.period, 'YYYY-MM') AS period, m.employers, a.component, a.payer, a.posted_minor, a.reversed_minor
FROM (SELECT what, run_id, period, count(*) AS employers FROM moved GROUP BY what, run_id, period) m
JOIN run r USING (run_id)
LEFT JOIN amount a ON (a.what, a.run_id, a.period) = (m.what, m.run_id, m.period) AND a.posted_minor + a.reversed_minor <> 0
ORDER BY m.run_id, m.period, m.what, a.component, a.payer
