SELECT count(*)                                AS files,
       coalesce(sum(lines), 0)                 AS lines,
       coalesce(sum(declarations), 0)          AS invoices,
       coalesce(sum(filed), 0)                 AS invoices_filed,
       coalesce(sum(refused_declarations), 0)  AS invoices_refused,
       coalesce(sum(repeated), 0)              AS invoices_repeated,
       coalesce(sum(person_lines), 0)          AS claim_lines,
       coalesce(sum(accepted), 0)              AS lines_accepted,
       coalesce(sum(rejected), 0)              AS lines_rejected,
       coalesce(sum(repeated_lines), 0)        AS lines_repeated,
       coalesce(sum(unreadable_amounts), 0)    AS unreadable_amounts,
       coalesce(sum(amount_minor), 0)          AS charged_minor,
       coalesce(sum(accepted_amount_minor), 0) AS accepted_minor,
       (SELECT count(*) FROM claim_line WHERE run_id = :run AND late) AS lines_late,
       (SELECT count(*) FROM invoice_lot WHERE run_id = :run AND refused <> 0) AS lots_refused
FROM file_result
WHERE run_id = :run
