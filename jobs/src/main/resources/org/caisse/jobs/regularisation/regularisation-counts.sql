SELECT (SELECT count(*) FROM rectified_run WHERE run_id = :run)                                             AS assessments,
       (SELECT count(DISTINCT employer_id) FROM rectification WHERE run_id = :run)                          AS employers,
       (SELECT count(DISTINCT (employer_id, period)) FROM rectification WHERE run_id = :run)                AS months_of_employers,
       (SELECT coalesce(sum(before_minor), 0)::bigint FROM rectification WHERE run_id = :run)               AS before_minor,
       (SELECT coalesce(sum(after_minor), 0)::bigint FROM rectification WHERE run_id = :run)                AS after_minor,
       (SELECT coalesce(sum(greatest(after_minor - before_minor, 0)), 0)::bigint FROM rectification WHERE run_id = :run) AS more_minor,
       (SELECT coalesce(sum(greatest(before_minor - after_minor, 0)), 0)::bigint FROM rectification WHERE run_id = :run) AS less_minor
