SELECT count(*)                        AS files,
       coalesce(sum(lines), 0)         AS lines,
       coalesce(sum(person_lines), 0)  AS rows,
       coalesce(sum(accepted), 0)      AS rows_accepted,
       coalesce(sum(rejected), 0)      AS rows_rejected,
       (SELECT count(*) FROM expected_person WHERE run_id = :run)                       AS persons,
       (SELECT coalesce(sum(pay_minor), 0) FROM expected_person WHERE run_id = :run)    AS pay_minor
FROM file_result
WHERE run_id = :run
