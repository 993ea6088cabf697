-- What is open of each month of those who are told, with its due day, care of closed days apart; and under no month what waits as advance.
WITH due AS (
  (SELECT DISTINCT ON (a.employer_id, a.period) a.employer_id AS debtor_id, a.period, a.due
   FROM told t JOIN month_due a ON a.employer_id = t.debtor_id
   WHERE NOT :persons AND a.run_id = ANY (:inputs)
   ORDER BY a.employer_id, a.period, a.run_id DESC)
  UNION ALL
  (SELECT DISTINCT ON (n.debtor_id, a.period) n.debtor_id, a.period, d.due
   FROM told_number n
   JOIN assessment a ON a.person_id = n.own_id
   JOIN unnest(:duePopulations::text[], :duePeriods::text[]::date[], :dueDays::text[]::date[]) d (population, period, due) USING (population, period)
   WHERE :persons AND a.employer_id IS NULL AND a.run_id = ANY (:inputs)
   ORDER BY n.debtor_id, a.period, a.rev DESC, d.due)
), care_due AS (
  SELECT n.debtor_id, c.period, min(c.claimed_on) AS due
  FROM care_debt(:inputs) c
  JOIN told_number n ON n.own_id = c.debtor_id
  WHERE c.debtor = CASE WHEN :persons THEN 'PERSON_CARE' ELSE 'EMPLOYER_CARE' END
  GROUP BY n.debtor_id, c.period
), signed AS (
  SELECT t.debtor_id, t.debtor_no, CASE WHEN l.component IN ('ADVANCE', 'REFUND') THEN NULL ELSE l.value_period END AS period, l.component,
         l.component LIKE '%CLOSED_LATE' AS of_care, CASE WHEN l.reverses IS NULL THEN l.amount_minor ELSE -l.amount_minor END AS minor
  FROM told t
  JOIN told_number n USING (debtor_id)
  JOIN ledger_entry l ON l.debtor_id = n.own_id
  WHERE (l.debtor = ANY (CASE WHEN :persons THEN ARRAY['PERSON', 'PERSON_CARE'] ELSE ARRAY['EMPLOYER', 'OPENING', 'EMPLOYER_CARE'] END)
         AND l.run_id = ANY (:inputs))
     OR (l.debtor = CASE WHEN :persons THEN 'PERSON_ACCOUNT' ELSE 'ACCOUNT' END AND l.run_id <= :run)
), month AS (
  SELECT debtor_id, debtor_no, period, of_care,
         coalesce(sum(minor) FILTER (WHERE component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'CLOSED_LATE')), 0) AS owed_minor,
         coalesce(sum(minor) FILTER (WHERE component = 'LATE_PAYMENT'), 0) AS late_minor,
         coalesce(sum(minor) FILTER (WHERE component LIKE 'PAID%'), 0) AS paid_minor,
         coalesce(sum(minor) FILTER (WHERE component SIMILAR TO '(WAIVED|WRITTEN_OFF|PRESCRIBED)%'), 0) AS given_up_minor,
         coalesce(sum(CASE component WHEN 'ADVANCE' THEN -minor WHEN 'REFUND' THEN minor END), 0) AS waiting_minor
  FROM signed
  GROUP BY debtor_id, debtor_no, period, of_care
)
SELECT m.debtor_no, m.period, m.of_care, CASE WHEN m.of_care THEN c.due ELSE u.due END AS due, m.owed_minor, m.late_minor, m.paid_minor,
       m.given_up_minor, m.owed_minor + m.late_minor - m.paid_minor - m.given_up_minor + m.waiting_minor AS open_minor
FROM month m
LEFT JOIN due u ON u.debtor_id = m.debtor_id AND u.period = m.period
LEFT JOIN care_due c ON c.debtor_id = m.debtor_id AND c.period = m.period
WHERE m.owed_minor + m.late_minor - m.paid_minor - m.given_up_minor + m.waiting_minor <> 0
ORDER BY m.debtor_no, m.period, m.of_care
