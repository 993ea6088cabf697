-- Entries are found by their month: without it the whole ledger is read.
WITH this AS (
  SELECT run_id, to_date(scope, 'YYYY-MM') AS period FROM run WHERE run_id = :run
), entry AS (
  SELECT count(*) AS entries,
         coalesce(sum(signed) FILTER (WHERE component = 'CONTRIBUTION'), 0)     AS contributions_minor,
         coalesce(sum(signed) FILTER (WHERE component = 'LATE_DECLARATION'), 0) AS surcharges_minor
  FROM (SELECT component, CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END AS signed
        FROM ledger_entry WHERE run_id = :run AND value_period = (SELECT period FROM this)) e
), side AS (
  SELECT coalesce(sum(debit_minor), 0) AS debits_minor, coalesce(sum(credit_minor), 0) AS credits_minor
  FROM posting WHERE run_id = :run AND value_period = (SELECT period FROM this)
)
SELECT (SELECT count(*) FROM employer_standing s JOIN this USING (run_id))                                   AS employers,
       (SELECT count(*) FROM employer_standing s JOIN this USING (run_id) WHERE standing = 'AS_READ')        AS employers_as_read,
       (SELECT count(*) FROM employer_standing s JOIN this USING (run_id) WHERE standing = 'ANEW')           AS employers_anew,
       (SELECT count(*) FROM employer_assessment a JOIN this USING (run_id) WHERE state = 'DECLARED')        AS changed_declared,
       (SELECT count(*) FROM employer_assessment a JOIN this USING (run_id) WHERE state = 'NIL')             AS changed_nil,
       (SELECT count(*) FROM employer_assessment a JOIN this USING (run_id) WHERE state = 'MISSING')         AS changed_missing,
       (SELECT count(*) FROM employer_assessment a JOIN this USING (run_id) WHERE state = 'DEFAULT')         AS changed_default,
       (SELECT count(*) FROM assessment a JOIN this USING (run_id))                                          AS person_rows,
       entry.*, side.*
FROM entry, side
