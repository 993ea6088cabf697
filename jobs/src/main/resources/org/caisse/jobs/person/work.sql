-- Who declared the persons of the pairs, from and to which month, in what counts or counted and was not withdrawn.
INSERT INTO person_work (run_id, person_id, work)
SELECT :run, person_id, string_agg(concat_ws('|', employer_no, first, last), ';' ORDER BY employer_no)
FROM (SELECT l.person_id, e.employer_no, to_char(min(l.period), 'YYYY-MM') AS first, to_char(max(l.period), 'YYYY-MM') AS last
      FROM (SELECT person_a AS person_id FROM person_pair WHERE run_id = :run UNION SELECT person_b FROM person_pair WHERE run_id = :run) p
      JOIN declaration_line l USING (person_id)
      JOIN declaration d USING (declaration_id)
      JOIN employer e ON e.employer_id = l.employer_id
      WHERE l.period >= :since AND l.run_id = ANY (:inputs) AND l.file_id <> ALL (:withdrawn) AND d.status = 'FILED'
      GROUP BY l.person_id, e.employer_no) w
GROUP BY person_id
