SELECT count(*)                                  AS files,
       count(*) FILTER (WHERE refused <> 0)      AS files_refused,
       coalesce(sum(lines), 0)                   AS lines,
       coalesce(sum(blank), 0)                   AS blank_lines,
       coalesce(sum(declarations), 0)            AS declarations,
       coalesce(sum(filed), 0)                   AS declarations_filed,
       coalesce(sum(refused_declarations), 0)    AS declarations_refused,
       coalesce(sum(repeated), 0)                AS declarations_repeated,
       coalesce(sum(person_lines), 0)            AS person_lines,
       coalesce(sum(accepted), 0)                AS lines_accepted,
       coalesce(sum(rejected), 0)                AS lines_rejected,
       coalesce(sum(repeated_lines), 0)          AS lines_repeated,
       coalesce(sum(unreadable_amounts), 0)      AS unreadable_amounts,
       coalesce(sum(gross_minor), 0)             AS gross_minor,
       coalesce(sum(accepted_gross_minor), 0)    AS accepted_gross_minor
FROM file_result
WHERE run_id = :run
