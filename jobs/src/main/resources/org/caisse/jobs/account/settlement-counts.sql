SELECT (SELECT count(*) FROM receipt_match WHERE run_id = :run AND ogd_no IS NULL)                     AS receipts_matched,
       (SELECT count(*) FROM receipt_match WHERE run_id = :run AND ogd_no IS NOT NULL)                 AS transfers_matched,
       (SELECT count(*) FROM unmatched_receipt WHERE run_id = :run)                                    AS receipts_unmatched,
       (SELECT count(*) FROM allocation WHERE run_id = :run)                                           AS allocations,
       (SELECT coalesce(sum(amount_minor), 0) FROM allocation WHERE run_id = :run)                     AS allocated_minor,
       (SELECT count(DISTINCT debtor_id) FROM ledger_entry WHERE run_id = :run AND debtor = 'ACCOUNT') AS accounts_moved,
       (SELECT count(*) FROM ledger_entry WHERE run_id = :run)                                         AS entries,
       (SELECT coalesce(sum(amount_minor), 0) FROM ledger_entry WHERE run_id = :run AND reverses IS NULL) AS posted_minor,
       (SELECT coalesce(sum(amount_minor), 0) FROM ledger_entry WHERE run_id = :run AND reverses IS NOT NULL) AS reversed_minor
