-- Persons by number.
SELECT person_id, person_no FROM person WHERE person_no = ANY (:numbers)
