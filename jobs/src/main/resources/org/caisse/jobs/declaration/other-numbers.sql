-- Numbers of a file that belong to another one, with how many of its accepted lines have them.
SELECT p.person_no, k.person_no AS kept_no, count(*)::integer AS lines
FROM standing_merge(:inputs) m
JOIN declaration_line l ON l.person_id = m.person_id AND l.run_id = :run AND l.file_id = :file
JOIN person p ON p.person_id = m.person_id
JOIN person k ON k.person_id = m.kept_id
GROUP BY p.person_no, k.person_no
ORDER BY p.person_no
LIMIT 50
