-- The accounts of employers, or of persons who owe themselves (:persons), that the run moved or of which care of closed days is claimed anew,
-- as they stand after it. Everything of a person's number that was merged belongs to the number that was kept.
WITH merged AS MATERIALIZED (
  SELECT person_id, kept_id FROM standing_merge(:inputs) WHERE :persons
), moved AS (
  SELECT debtor_id FROM account_moved(:run) WHERE debtor = CASE WHEN :persons THEN 'PERSON_ACCOUNT' ELSE 'ACCOUNT' END
), signed AS (
  SELECT e.debtor, m.debtor_id, e.component, CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END AS minor
  FROM ledger_entry e
  LEFT JOIN merged g ON g.person_id = e.debtor_id AND e.debtor IN ('PERSON', 'PERSON_CARE')
  JOIN moved m ON m.debtor_id = coalesce(g.kept_id, e.debtor_id)
  WHERE (e.debtor = ANY (CASE WHEN :persons THEN ARRAY['PERSON', 'PERSON_CARE'] ELSE ARRAY['EMPLOYER', 'OPENING', 'EMPLOYER_CARE'] END) AND e.run_id = ANY (:inputs))
     OR (e.debtor = CASE WHEN :persons THEN 'PERSON_ACCOUNT' ELSE 'ACCOUNT' END AND e.run_id <= :run)
), account AS (
  SELECT debtor_id,
         coalesce(sum(minor) FILTER (WHERE component = 'CONTRIBUTION'), 0)     AS contributions,
         coalesce(sum(minor) FILTER (WHERE component = 'LATE_DECLARATION'), 0) AS late_declaration,
         coalesce(sum(minor) FILTER (WHERE component = 'LATE_PAYMENT'), 0)     AS late_payment,
         coalesce(sum(minor) FILTER (WHERE component = 'CLOSED_LATE'), 0)      AS closed_late,
         coalesce(sum(minor) FILTER (WHERE component LIKE 'PAID%'), 0)         AS paid,
         coalesce(sum(minor) FILTER (WHERE component LIKE 'WAIVED%'), 0)       AS waived,
         coalesce(sum(minor) FILTER (WHERE component SIMILAR TO '(WRITTEN_OFF|PRESCRIBED)%'), 0) AS written_off,
         coalesce(sum(minor) FILTER (WHERE component = 'ADVANCE'), 0) - coalesce(sum(minor) FILTER (WHERE component = 'REFUND'), 0) AS advance
  FROM signed
  GROUP BY debtor_id
)
SELECT coalesce(e.employer_no, p.person_no) AS debtor_no, coalesce(v.name, w.name, '') AS name, a.contributions, a.late_declaration, a.late_payment, a.closed_late, a.paid, a.waived,
       a.written_off, a.contributions + a.late_declaration + a.late_payment + a.closed_late - a.paid - a.waived - a.written_off AS open, a.advance
FROM account a
LEFT JOIN employer e ON NOT :persons AND e.employer_id = a.debtor_id
LEFT JOIN person p ON :persons AND p.person_id = a.debtor_id
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = e.employer_id ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
LEFT JOIN LATERAL (SELECT last_name || ' ' || first_name AS name FROM person_version WHERE person_id = p.person_id
                   ORDER BY valid_from DESC, run_id DESC LIMIT 1) w ON true
ORDER BY debtor_no
