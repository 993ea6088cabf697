SELECT count(*)                              AS files,
       coalesce(sum(lines), 0)               AS lines,
       coalesce(sum(person_lines), 0)        AS rows,
       coalesce(sum(accepted), 0)            AS rows_accepted,
       coalesce(sum(rejected), 0)            AS rows_rejected,
       (SELECT count(*) FROM ogd_version WHERE run_id = :run)      AS ogd_versions,
       (SELECT count(*) FROM employer_version WHERE run_id = :run) AS employer_versions,
       (SELECT count(*) FROM person_version WHERE run_id = :run)   AS person_versions,
       (SELECT count(*) FROM registry_version WHERE run_id = :run) AS versions
FROM file_result
WHERE run_id = :run
