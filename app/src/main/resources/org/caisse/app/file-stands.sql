-- What stands in the books of the employers and months in which a declaration of a file counts now, with what completes it.
WITH counting AS (
  SELECT DISTINCT p.employer_id, p.period
  FROM declaration_posting p JOIN declaration d USING (declaration_id)
  WHERE d.file_id = :file
    AND p.base_rev = (SELECT max(q.base_rev) FROM declaration_posting q WHERE q.employer_id = p.employer_id AND q.period = p.period)
), amount AS (
  SELECT e.value_period AS period, e.component, e.payer, e.amount_minor
  FROM counting c JOIN standing_entry e ON e.value_period = c.period AND e.debtor = 'EMPLOYER' AND e.debtor_id = c.employer_id
  UNION ALL
  SELECT period, 'CONTRIBUTION', 'STATE', state_minor FROM contribution JOIN counting USING (employer_id, period) WHERE state_minor <> 0
)
SELECT to_char(period, 'YYYY-MM') AS period, component, payer, sum(amount_minor)::bigint AS amount_minor
FROM amount
GROUP BY period, component, payer
HAVING sum(amount_minor) <> 0
ORDER BY period, component, payer
