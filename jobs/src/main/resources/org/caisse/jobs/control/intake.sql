-- Sums of the stored lines, once, per declaration; the periods as an array, so that lines are read in the order of their key: joined to a
-- subquery they were sorted on disk.
WITH stored AS (
  SELECT l.declaration_id, count(*) AS lines, sum(l.gross_minor) AS gross_minor, sum(l.base_minor) AS base_minor,
         sum(l.employer_minor) AS employer_minor, sum(l.insured_minor) AS insured_minor, sum(l.state_minor) AS state_minor,
         count(*) FILTER (WHERE l.spell = 1) AS persons
  FROM declaration_line l
  WHERE l.period = ANY (ARRAY(SELECT DISTINCT period FROM declaration WHERE run_id = :run))
    AND l.declaration_id >= (SELECT min(file_id) FROM file WHERE run_id = :run)::bigint << 32
    AND l.declaration_id < ((SELECT max(file_id) FROM file WHERE run_id = :run)::bigint + 1) << 32
    AND l.run_id = :run
  GROUP BY l.declaration_id
), filed AS (
  SELECT * FROM declaration WHERE run_id = :run AND status = 'FILED'
), per_file AS (
  SELECT d.file_id, count(*) AS declarations, count(*) FILTER (WHERE d.status = 'FILED') AS filed,
         sum(d.accepted) AS accepted, sum(d.accepted_gross_minor) AS accepted_gross_minor
  FROM declaration d WHERE d.run_id = :run GROUP BY d.file_id
), per_file_rejects AS (
  SELECT r.file_id, count(*) FILTER (WHERE d.status IS DISTINCT FROM 'REFUSED' AND NOT r.whole) AS single
  FROM line_reject r LEFT JOIN declaration d USING (declaration_id)
  WHERE r.run_id = :run AND d.status IS DISTINCT FROM 'REPEATED'
  GROUP BY r.file_id
), per_file_refused AS (
  SELECT file_id, sum(lines) AS lines FROM declaration WHERE run_id = :run AND status = 'REFUSED' GROUP BY file_id
)
SELECT 'a filed declaration has the lines and amounts that are stored for it',
       f.employer_no || ' ' || f.period,
       format('lines %s/%s gross %s/%s shares %s/%s', f.accepted, s.lines, f.accepted_gross_minor, s.gross_minor,
              f.employer_minor + f.insured_minor + f.state_minor, s.employer_minor + s.insured_minor + s.state_minor)
FROM filed f LEFT JOIN stored s USING (declaration_id)
WHERE (f.accepted, f.accepted_gross_minor, f.base_minor, f.employer_minor, f.insured_minor, f.state_minor, f.persons)
      IS DISTINCT FROM
      (coalesce(s.lines, 0), coalesce(s.gross_minor, 0), coalesce(s.base_minor, 0), coalesce(s.employer_minor, 0),
       coalesce(s.insured_minor, 0), coalesce(s.state_minor, 0), coalesce(s.persons, 0))
UNION ALL
SELECT 'a stored line belongs to a declaration', s.declaration_id::text, s.lines || ' lines'
FROM stored s LEFT JOIN declaration d USING (declaration_id)
WHERE d.declaration_id IS NULL
UNION ALL
SELECT 'a person''s day is counted once in a declaration and what completes it', x.person_id::text,
       format('days from %s again, in declaration %s and what completes it', x.from_day, x.base_id)
FROM (SELECT s.base_id, l.person_id, l.from_day,
             max(l.to_day) OVER (PARTITION BY s.base_id, l.person_id ORDER BY l.from_day, l.to_day
                                 ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered_to
      FROM (SELECT completes_id AS base_id, completes_id AS declaration_id, period FROM filed WHERE completes_id IS NOT NULL
            UNION
            SELECT completes_id, declaration_id, period FROM declaration
            WHERE completes_id IN (SELECT completes_id FROM filed WHERE completes_id IS NOT NULL)) s
      JOIN declaration_line l ON l.declaration_id = s.declaration_id AND l.period = s.period
      WHERE l.from_day > 0) x
WHERE x.covered_to >= x.from_day
UNION ALL
SELECT 'every file of the run has a result', f.name, 'none'
FROM file f LEFT JOIN file_result r USING (file_id)
WHERE f.run_id = :run AND r.file_id IS NULL
UNION ALL
SELECT 'lines in = accepted + rejected, per file', f.name,
       format('declarations %s/%s accepted %s/%s rejected %s/%s', r.declarations, p.declarations, r.accepted, p.accepted,
              r.rejected, coalesce(x.single, 0) + coalesce(w.lines, 0))
FROM file_result r
JOIN file f USING (file_id)
LEFT JOIN per_file p USING (file_id)
LEFT JOIN per_file_rejects x USING (file_id)
LEFT JOIN per_file_refused w USING (file_id)
WHERE r.run_id = :run
  AND (r.declarations, r.filed, r.accepted, r.accepted_gross_minor, r.rejected) IS DISTINCT FROM
      (coalesce(p.declarations, 0), coalesce(p.filed, 0), coalesce(p.accepted, 0), coalesce(p.accepted_gross_minor, 0),
       coalesce(x.single, 0) + coalesce(w.lines, 0))
UNION ALL
SELECT 'every file of the run is read as it was recognised', f.name,
       format('question %s, refused %s', coalesce(g.question_code::text, 'none'), r.refused)
FROM file f
JOIN file_result r USING (file_id)
LEFT JOIN file_recognition g USING (file_id)
WHERE f.run_id = :run AND r.refused IS DISTINCT FROM g.question_code
