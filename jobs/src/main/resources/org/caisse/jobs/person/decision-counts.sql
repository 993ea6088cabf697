SELECT (SELECT count(*) FROM person_decision WHERE run_id = :run AND kind = 'MERGE')    AS merges,
       (SELECT count(*) FROM person_decision WHERE run_id = :run AND kind = 'UNMERGE')  AS unmerges,
       (SELECT count(*) FROM person_decision WHERE run_id = :run AND kind = 'DISTINCT') AS distincts
