-- The account of an employer, or of a person who owes himself (:persons) under all numbers that belong to this one, month by month, as the
-- last completed runs left it; amounts in minor units.
WITH done AS (
  SELECT run_id FROM run WHERE status = 'COMPLETED'
), numbers AS (
  SELECT :debtor::bigint AS debtor_id
  UNION
  SELECT person_id FROM kept_person WHERE :persons AND kept_id = :debtor
), signed AS (
  SELECT value_period, debtor, component, CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END AS minor
  FROM ledger_entry
  WHERE debtor = ANY (CASE WHEN :persons THEN ARRAY['PERSON', 'PERSON_CARE', 'PERSON_ACCOUNT'] ELSE ARRAY['EMPLOYER', 'OPENING', 'EMPLOYER_CARE', 'ACCOUNT'] END)
    AND debtor_id IN (SELECT debtor_id FROM numbers) AND run_id IN (SELECT run_id FROM done)
), due AS (
  SELECT DISTINCT ON (period) period, due
  FROM month_due
  WHERE NOT :persons AND employer_id = :debtor AND run_id IN (SELECT run_id FROM done)
  ORDER BY period, run_id DESC
), enrolled AS (
  SELECT DISTINCT ON (period) period, population
  FROM assessment
  WHERE :persons AND employer_id IS NULL AND person_id IN (SELECT debtor_id FROM numbers) AND run_id IN (SELECT run_id FROM done)
  ORDER BY period, rev DESC
)
SELECT to_char(value_period, 'YYYY-MM') AS period, u.due, e.population,
       coalesce(sum(minor) FILTER (WHERE debtor = 'OPENING'), 0)::bigint             AS taken_on,
       coalesce(sum(minor) FILTER (WHERE component = 'CONTRIBUTION'), 0)::bigint     AS contributions,
       coalesce(sum(minor) FILTER (WHERE component = 'LATE_DECLARATION'), 0)::bigint AS late_declaration,
       coalesce(sum(minor) FILTER (WHERE component = 'LATE_PAYMENT'), 0)::bigint     AS late_payment,
       coalesce(sum(minor) FILTER (WHERE component = 'CLOSED_LATE'), 0)::bigint      AS closed_late,
       coalesce(sum(minor) FILTER (WHERE component LIKE 'PAID%'), 0)::bigint         AS paid,
       coalesce(sum(minor) FILTER (WHERE component LIKE 'WAIVED%'), 0)::bigint       AS waived,
       coalesce(sum(minor) FILTER (WHERE component SIMILAR TO '(WRITTEN_OFF|PRESCRIBED)%'), 0)::bigint AS written_off,
       coalesce(sum(CASE WHEN component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT', 'CLOSED_LATE') THEN minor
                         WHEN component SIMILAR TO '(PAID|WAIVED|WRITTEN_OFF|PRESCRIBED)%' THEN -minor END), 0)::bigint AS open,
       coalesce(sum(CASE component WHEN 'ADVANCE' THEN minor WHEN 'REFUND' THEN -minor END), 0)::bigint AS advance
FROM signed
LEFT JOIN due u ON u.period = value_period
LEFT JOIN enrolled e ON e.period = value_period
GROUP BY value_period, u.due, e.population
HAVING bool_or(minor <> 0)
ORDER BY value_period
