-- Families of a person: whose head he is, and who declared him. Later versions end earlier ones.
SELECT h.person_no AS head, d.person_no AS dependant, upper(l.relation) AS relation, l.valid_from AS "from", l.valid_to AS "to"
FROM (SELECT head_id, dependant_id, relation, valid_from,
             least(valid_to, lead(valid_from) OVER (PARTITION BY head_id, dependant_id ORDER BY valid_from)) AS valid_to
      FROM (SELECT DISTINCT ON (head_id, dependant_id, valid_from) head_id, dependant_id, relation, valid_from, valid_to
            FROM dependant_link
            WHERE (head_id = :person OR dependant_id = :person) AND run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
            ORDER BY head_id, dependant_id, valid_from, run_id DESC) v) l
JOIN person h ON h.person_id = l.head_id
JOIN person d ON d.person_id = l.dependant_id
ORDER BY h.person_no, l.valid_from, d.person_no
