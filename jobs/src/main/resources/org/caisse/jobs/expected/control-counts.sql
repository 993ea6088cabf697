SELECT (SELECT count(*) FROM control_finding WHERE run_id = :run)                          AS findings,
       (SELECT count(*) FROM (SELECT DISTINCT employer_no, item FROM control_finding WHERE run_id = :run) i) AS persons,
       (SELECT count(*) FROM control_finding WHERE run_id = :run AND finding LIKE 'UNDECLARED%') AS undeclared,
       (SELECT count(*) FROM control_finding WHERE run_id = :run AND finding LIKE 'PAY%')  AS pays,
       (SELECT count(*) FROM silent_employer WHERE run_id = :run)                          AS silent_employers,
       (SELECT coalesce(sum(missing_minor), 0) FROM control_finding WHERE run_id = :run)   AS missing_minor
