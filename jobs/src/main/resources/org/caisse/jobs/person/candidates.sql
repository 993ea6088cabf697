-- The candidates of a run, two rows each: the number to keep first. The likeliest come first.
WITH candidate AS (
  SELECT c.*, row_number() OVER (ORDER BY c.score DESC, a.person_no, b.person_no) AS pair, a.person_no AS no_a, b.person_no AS no_b
  FROM person_candidate c
  JOIN person a ON a.person_id = c.person_a
  JOIN person b ON b.person_id = c.person_b
  WHERE c.run_id = :run
), side AS (
  SELECT pair, score, why, person_a AS person_id, keep_a AS keep, CASE WHEN keep_a THEN no_a ELSE no_b END AS keep_no,
         CASE WHEN keep_a THEN no_b ELSE no_a END AS drop_no
  FROM candidate
  UNION ALL
  SELECT pair, score, why, person_b, NOT keep_a, CASE WHEN keep_a THEN no_a ELSE no_b END, CASE WHEN keep_a THEN no_b ELSE no_a END
  FROM candidate
), known AS MATERIALIZED (
  SELECT * FROM known_person(ARRAY(SELECT person_id FROM side), :date, :inputs, :withdrawn)
)
SELECT s.pair, s.score, s.why, s.keep, s.keep_no, s.drop_no, k.*, coalesce(w.work, '') AS work
FROM side s
JOIN (SELECT DISTINCT * FROM known) k USING (person_id)
LEFT JOIN person_work w ON w.run_id = :run AND w.person_id = s.person_id
ORDER BY s.pair, s.keep DESC
