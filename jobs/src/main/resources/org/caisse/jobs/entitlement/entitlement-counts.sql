SELECT (SELECT count(*) FROM rights_period WHERE run_id = :run AND reverses IS NULL AND head_id = person_id)     AS rights_opened,
       (SELECT count(*) FROM rights_period WHERE run_id = :run AND reverses IS NULL AND head_id <> person_id)    AS rights_of_dependants,
       (SELECT count(*) FROM rights_period WHERE run_id = :run AND reverses IS NOT NULL)                         AS rights_reversed,
       (SELECT count(DISTINCT person_id) FROM rights_period WHERE run_id = :run)                                 AS persons_changed,
       (SELECT count(*) FROM right_closed_late WHERE run_id = :run)                                              AS closed_late
