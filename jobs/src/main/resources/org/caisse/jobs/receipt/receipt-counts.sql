SELECT count(*)                                 AS files,
       coalesce(sum(lines), 0)                  AS lines,
       coalesce(sum(person_lines), 0)           AS receipt_lines,
       coalesce(sum(accepted), 0)               AS lines_accepted,
       coalesce(sum(rejected), 0)               AS lines_rejected,
       coalesce(sum(repeated_lines), 0)         AS lines_repeated,
       coalesce(sum(accepted_amount_minor), 0)  AS accepted_minor,
       (SELECT count(*) FROM bank_statement WHERE run_id = :run AND refused = 0)  AS statements_taken,
       (SELECT count(*) FROM bank_statement WHERE run_id = :run AND refused <> 0) AS statements_refused,
       (SELECT count(*) FROM remittance WHERE run_id = :run AND refused = 0 AND NOT repeated) AS remittances_taken,
       (SELECT count(*) FROM remittance WHERE run_id = :run AND repeated)                     AS remittances_repeated,
       (SELECT count(*) FROM remittance WHERE run_id = :run AND refused <> 0)                 AS remittances_refused
FROM file_result
WHERE run_id = :run
