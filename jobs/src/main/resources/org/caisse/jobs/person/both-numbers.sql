-- Employers' months in which both numbers of a decision stand in what counts: each with its pay, and the days that both cover.
WITH said AS (
  SELECT kept_id, dropped_id FROM person_decision WHERE run_id = :run
), line AS MATERIALIZED (
  SELECT l.period, l.employer_id, l.declaration_id, l.person_id, l.from_day, l.to_day, l.days, l.gross_minor
  FROM said s JOIN declaration_line l ON l.person_id IN (s.kept_id, s.dropped_id)
  WHERE l.run_id = ANY (:inputs) AND l.file_id <> ALL (:withdrawn)
), counting AS (
  SELECT p.period, c.declaration_id
  FROM (SELECT period FROM line GROUP BY period HAVING count(DISTINCT person_id) = 2) p
  CROSS JOIN LATERAL counting_declaration(p.period, :inputs, :withdrawn) c
), month AS (
  SELECT l.period, l.employer_id,
         sum(l.gross_minor) FILTER (WHERE l.person_id = s.kept_id)::bigint    AS kept_minor,
         sum(l.gross_minor) FILTER (WHERE l.person_id = s.dropped_id)::bigint AS dropped_minor
  FROM line l CROSS JOIN said s
  JOIN counting c ON c.period = l.period AND c.declaration_id = l.declaration_id
  GROUP BY l.period, l.employer_id
), twice AS (
  SELECT k.period, k.employer_id, sum(least(k.to_day, d.to_day) - greatest(k.from_day, d.from_day) + 1)::integer AS days
  FROM said s
  JOIN line k ON k.person_id = s.kept_id
  JOIN line d ON d.person_id = s.dropped_id AND d.period = k.period AND d.employer_id = k.employer_id
    AND d.from_day <= k.to_day AND k.from_day <= d.to_day AND k.from_day > 0 AND d.from_day > 0
  JOIN counting ck ON ck.declaration_id = k.declaration_id
  JOIN counting cd ON cd.declaration_id = d.declaration_id
  GROUP BY k.period, k.employer_id
), others AS (
  -- Pay of one number while another employer paid the other: two jobs, or one job declared twice.
  SELECT a.period, count(*) AS employers FROM month a GROUP BY a.period HAVING count(*) > 1
)
SELECT (SELECT person_no FROM person JOIN said ON person_id = kept_id) AS keep,
       (SELECT person_no FROM person JOIN said ON person_id = dropped_id) AS dropped, to_char(m.period, 'YYYY-MM') AS period, e.employer_no, m.kept_minor, m.dropped_minor, coalesce(t.days, 0) AS days,
       CASE WHEN m.kept_minor IS NOT NULL AND m.dropped_minor IS NOT NULL THEN CASE WHEN t.days > 0 THEN 'TWICE' ELSE 'APART' END
            ELSE 'TWO_EMPLOYERS' END AS what
FROM month m
JOIN employer e USING (employer_id)
LEFT JOIN twice t USING (period, employer_id)
WHERE (m.kept_minor IS NOT NULL AND m.dropped_minor IS NOT NULL) OR m.period IN (SELECT period FROM others)
ORDER BY m.period, e.employer_no
