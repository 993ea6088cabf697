WITH own AS (SELECT file_id FROM file_withdrawal WHERE run_id = :run),
     filed AS (SELECT d.* FROM declaration d JOIN own USING (file_id) WHERE d.status = 'FILED')
SELECT (SELECT count(*) FROM own)                                                                          AS files,
       (SELECT count(*) FROM declaration JOIN own USING (file_id))                                         AS declarations,
       (SELECT count(*) FROM filed)                                                                        AS declarations_filed,
       (SELECT coalesce(sum(accepted), 0) FROM filed)                                                      AS lines_accepted,
       (SELECT coalesce(sum(accepted_gross_minor), 0) FROM filed)                                          AS accepted_gross_minor,
       (SELECT coalesce(sum(employer_minor + insured_minor + state_minor), 0) FROM filed)                  AS contributions_minor,
       (SELECT count(*) FROM ogd_version JOIN own USING (file_id))                                         AS ogd_versions,
       (SELECT count(*) FROM employer_version JOIN own USING (file_id))                                    AS employer_versions,
       (SELECT count(*) FROM person_version JOIN own USING (file_id))                                      AS person_versions,
       (SELECT count(*) FROM registry_version JOIN own USING (file_id))                                    AS versions,
       (SELECT count(*) FROM invoice JOIN own USING (file_id) WHERE status = 'FILED')                      AS invoices_filed,
       (SELECT count(*) FROM claim_line JOIN own USING (file_id))                                          AS claim_lines
