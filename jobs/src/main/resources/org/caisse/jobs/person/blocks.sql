-- What more persons share than are compared with each other.
INSERT INTO person_block (run_id, share, persons)
SELECT :run, share, count(*) FROM person_key GROUP BY share HAVING count(*) > :most
