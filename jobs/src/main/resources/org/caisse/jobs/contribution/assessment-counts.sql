WITH this AS (SELECT run_id, to_date(scope, 'YYYY-MM') AS period FROM run WHERE run_id = :run)
SELECT (SELECT count(*) FROM employer_standing s JOIN this USING (run_id))                                   AS employers,
       (SELECT count(*) FROM employer_standing s JOIN this USING (run_id) WHERE standing = 'AS_READ')        AS employers_as_read,
       (SELECT count(*) FROM employer_standing s JOIN this USING (run_id) WHERE standing = 'ANEW')           AS employers_anew,
       (SELECT count(*) FROM employer_assessment a JOIN this USING (run_id) WHERE state = 'DECLARED')        AS changed_declared,
       (SELECT count(*) FROM employer_assessment a JOIN this USING (run_id) WHERE state = 'NIL')             AS changed_nil,
       (SELECT count(*) FROM employer_assessment a JOIN this USING (run_id) WHERE state = 'MISSING')         AS changed_missing,
       (SELECT count(*) FROM employer_assessment a JOIN this USING (run_id) WHERE state = 'DEFAULT')         AS changed_default,
       (SELECT count(*) FROM assessment a JOIN this USING (run_id))                                          AS person_rows,
       (SELECT count(*) FROM ledger_entry e JOIN this USING (run_id))                                        AS entries,
       (SELECT coalesce(sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END), 0)
        FROM ledger_entry e JOIN this USING (run_id) WHERE component = 'CONTRIBUTION')                       AS contributions_minor,
       (SELECT coalesce(sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END), 0)
        FROM ledger_entry e JOIN this USING (run_id) WHERE component = 'LATE_DECLARATION')                   AS surcharges_minor,
       (SELECT coalesce(sum(debit_minor), 0) FROM posting p JOIN this USING (run_id))                        AS debits_minor,
       (SELECT coalesce(sum(credit_minor), 0) FROM posting p JOIN this USING (run_id))                       AS credits_minor
