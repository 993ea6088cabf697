-- Who is told: name, last statement before, and the balance then and now. What is owed is positive.
WITH signed AS (
  SELECT n.debtor_id, l.debtor, l.run_id,
         CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END
           * CASE WHEN component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT', 'CLOSED_LATE', 'REFUND') THEN 1 ELSE -1 END AS minor
  FROM told_number n
  JOIN ledger_entry l ON l.debtor_id = n.own_id
  WHERE (l.debtor = ANY (CASE WHEN :persons THEN ARRAY['PERSON', 'PERSON_CARE'] ELSE ARRAY['EMPLOYER', 'OPENING', 'EMPLOYER_CARE'] END)
         AND l.run_id = ANY (:inputs))
     OR (l.debtor = CASE WHEN :persons THEN 'PERSON_ACCOUNT' ELSE 'ACCOUNT' END AND l.run_id <= :run)
), balance AS (
  SELECT t.debtor_id, sum(s.minor) AS closing_minor,
         coalesce(sum(s.minor) FILTER (WHERE CASE WHEN s.debtor IN ('ACCOUNT', 'PERSON_ACCOUNT') THEN s.run_id <= t.before
                                                  ELSE i.run_id IS NOT NULL END), 0) AS opening_minor
  FROM told t
  JOIN signed s USING (debtor_id)
  LEFT JOIN run_input i ON i.run_id = t.before AND i.input_run_id = s.run_id
  GROUP BY t.debtor_id
)
SELECT t.debtor_no, t.year, t.number, coalesce(v.name, w.last_name || ' ' || w.first_name, '') AS name, r.business_date AS since, b.opening_minor,
       b.closing_minor, p.year AS before_year, p.number AS before_number
FROM told t
JOIN balance b USING (debtor_id)
LEFT JOIN run r ON r.run_id = t.before
LEFT JOIN document p ON p.series = 'RELEVE' AND p.run_id = t.before
  AND t.debtor_id = CASE WHEN :persons THEN p.person_id ELSE p.employer_id END
LEFT JOIN (SELECT DISTINCT ON (employer_id) employer_id, name FROM employer_version WHERE NOT :persons
           ORDER BY employer_id, valid_from DESC, run_id DESC) v ON v.employer_id = t.debtor_id
LEFT JOIN (SELECT DISTINCT ON (person_id) person_id, last_name, first_name FROM person_version
           WHERE :persons AND person_id IN (SELECT debtor_id FROM told)
           ORDER BY person_id, valid_from DESC, run_id DESC) w ON w.person_id = t.debtor_id
ORDER BY t.debtor_no
