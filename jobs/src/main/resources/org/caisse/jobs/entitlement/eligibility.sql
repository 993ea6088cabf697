-- Rights that stand and are open on the day or later, or, of persons whose rights the run changed, whatever is to be told: the rights that
-- stand, and an empty row for a person and payer of whom nothing is open any more.
INSERT INTO eligible (person_no, born, sex, payer, population, valid_from, valid_to, why, head_no, ogd_no)
WITH stands AS MATERIALIZED (
  SELECT * FROM standing_right(:before || :run::integer) WHERE valid_to IS NULL OR valid_to > :date
), touched AS (
  SELECT DISTINCT person_id, payer FROM rights_period WHERE run_id = :run
), told AS (
  SELECT s.person_id, s.payer, s.head_id, s.valid_from, s.valid_to, s.population, s.why
  FROM stands s
  WHERE NOT :changes
  UNION ALL
  SELECT s.person_id, s.payer, s.head_id, s.valid_from, s.valid_to, s.population, s.why
  FROM stands s JOIN touched t USING (person_id, payer)
  WHERE :changes
  UNION ALL
  SELECT t.person_id, t.payer, NULL, NULL, NULL, '', ''
  FROM touched t
  WHERE :changes AND NOT EXISTS (SELECT FROM stands s WHERE s.person_id = t.person_id AND s.payer = t.payer)
), about AS (
  SELECT DISTINCT ON (person_id) person_id, extract(year FROM birth_date)::integer AS born, sex, ogd_no
  FROM person_version
  WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
  ORDER BY person_id, valid_from DESC, run_id DESC
), employed AS (
  SELECT DISTINCT ON (person_id) person_id, employer_id
  FROM (SELECT l.person_id, l.employer_id, l.period
        FROM declaration_posting p
        JOIN declaration_line l ON l.declaration_id = p.declaration_id AND l.period = p.period
        WHERE p.as_read AND p.run_id = ANY (:inputs)
        UNION ALL
        SELECT person_id, employer_id, period FROM assessment WHERE employer_id IS NOT NULL AND reverses IS NULL AND run_id = ANY (:inputs)
        UNION ALL
        SELECT person_id, employer_id, period FROM earlier_contribution WHERE run_id = ANY (:inputs)) l
  ORDER BY person_id, period DESC, employer_id
), collecting AS (
  SELECT DISTINCT ON (employer_id) employer_id, ogd_no
  FROM employer_version
  WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
  ORDER BY employer_id, valid_from DESC, run_id DESC
)
SELECT p.person_no, a.born, coalesce(a.sex, '') AS sex, t.payer, t.population, t.valid_from, t.valid_to, t.why, coalesce(h.person_no, '') AS head_no,
       coalesce(nullif(b.ogd_no, ''), c.ogd_no, '') AS ogd_no
FROM told t
JOIN person p USING (person_id)
LEFT JOIN person h ON h.person_id = t.head_id
LEFT JOIN about a ON a.person_id = t.person_id
LEFT JOIN about b ON b.person_id = coalesce(t.head_id, t.person_id)
LEFT JOIN employed e ON e.person_id = coalesce(t.head_id, t.person_id)
LEFT JOIN collecting c ON c.employer_id = e.employer_id
