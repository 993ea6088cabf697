-- Persons of the employers to be assessed anew: what the declarations that count (the run's plan posted them) give together, against
-- what is posted.
WITH anew AS (
  SELECT employer_id, population, ogd_no FROM employer_standing WHERE run_id = :run AND standing = 'ANEW'
), merged AS MATERIALIZED (
  SELECT person_id, kept_id FROM standing_merge(:inputs)
), several AS (
  -- One person whom an employer declares under several numbers counts once: under the number that was kept, else the lowest.
  SELECT employer_id, person_id, first_value(person_id) OVER (PARTITION BY employer_id, kept_id ORDER BY person_id <> kept_id, person_no) AS counted_id
  FROM (SELECT DISTINCT a.employer_id, l.person_id, o.person_no, m.kept_id
        FROM (SELECT person_id, kept_id FROM merged UNION SELECT kept_id, kept_id FROM merged) m
        JOIN person o USING (person_id)
        JOIN declaration_line l ON l.person_id = m.person_id AND l.period = :period
        JOIN declaration_posting p ON p.declaration_id = l.declaration_id AND p.period = :period AND p.run_id = :run
        JOIN anew a ON a.employer_id = p.employer_id) n
), declared AS (
  SELECT a.employer_id, coalesce(s.counted_id, l.person_id) AS person_id, sum(l.gross_minor) AS pay_minor
  FROM anew a
  JOIN declaration_posting p ON p.employer_id = a.employer_id AND p.period = :period AND p.run_id = :run
  JOIN declaration_line l ON l.declaration_id = p.declaration_id AND l.period = :period
  LEFT JOIN several s ON s.employer_id = a.employer_id AND s.person_id = l.person_id
  GROUP BY a.employer_id, coalesce(s.counted_id, l.person_id)
), posted AS (
  SELECT c.employer_id, c.person_id, max(c.rev) AS rev, sum(c.base_minor) AS base_minor, sum(c.employer_minor) AS employer_minor,
         sum(c.insured_minor) AS insured_minor, sum(c.state_minor) AS state_minor
  FROM contribution c JOIN anew a USING (employer_id)
  WHERE c.period = :period AND c.posted_by <> :run
  GROUP BY c.employer_id, c.person_id
)
SELECT employer_id, person_id, e.employer_no, p.person_no, a.population, a.ogd_no,
       d.person_id IS NOT NULL AS due, coalesce(d.pay_minor, 0) AS pay_minor,
       coalesce(o.base_minor, 0) AS posted_base_minor, coalesce(o.employer_minor, 0) AS posted_employer_minor,
       coalesce(o.insured_minor, 0) AS posted_insured_minor, coalesce(o.state_minor, 0) AS posted_state_minor,
       coalesce(o.rev, -1) AS last_rev, NULL::text AS owed, 0 AS last_entry_rev
FROM declared d
FULL JOIN posted o USING (employer_id, person_id)
JOIN anew a USING (employer_id)
JOIN employer e USING (employer_id)
JOIN person p USING (person_id)
WHERE (employer_id, person_id) > (:after1, :after2)
ORDER BY employer_id, person_id
