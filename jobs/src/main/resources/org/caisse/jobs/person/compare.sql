-- Each pair of the run with what is known of both.
WITH pair AS (
  SELECT person_a, person_b FROM person_pair WHERE run_id = :run AND (person_a, person_b) > (:after1, :after2)
), known AS MATERIALIZED (
  SELECT k.*, coalesce(w.work, '') AS work
  FROM known_person(ARRAY(SELECT person_a FROM pair UNION SELECT person_b FROM pair), :date, :inputs, :withdrawn) k
  LEFT JOIN person_work w ON w.run_id = :run AND w.person_id = k.person_id
)
SELECT p.person_a, p.person_b,
       a.person_no AS a_person_no, a.last_name AS a_last_name, a.first_name AS a_first_name, a.birth_date AS a_birth_date, a.sex AS
       a_sex, a.population AS a_population, a.ogd_no AS a_ogd_no, a.national_id AS a_national_id, a.phone AS a_phone, a.work AS a_work,
       b.person_no AS b_person_no, b.last_name AS b_last_name, b.first_name AS b_first_name, b.birth_date AS b_birth_date, b.sex AS
       b_sex, b.population AS b_population, b.ogd_no AS b_ogd_no, b.national_id AS b_national_id, b.phone AS b_phone, b.work AS b_work
FROM pair p
JOIN known a ON a.person_id = p.person_a
JOIN known b ON b.person_id = p.person_b
ORDER BY p.person_a, p.person_b
