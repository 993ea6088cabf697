SELECT (SELECT count(*) FROM person_pair WHERE run_id = :run)                  AS pairs,
       (SELECT count(*) FROM person_candidate WHERE run_id = :run)             AS candidates,
       (SELECT count(*) FROM person_block WHERE run_id = :run)                 AS blocks_too_large,
       (SELECT coalesce(sum(persons), 0) FROM person_block WHERE run_id = :run) AS persons_in_them
