-- What a person owes himself by month, under all numbers that belong to this one: what was paid of it, with which money, what is open.
WITH numbers AS (
  SELECT :person::bigint AS person_id
  UNION
  SELECT person_id FROM standing_merge(:inputs) WHERE kept_id = :person
), owed AS (
  SELECT value_period AS period, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
  FROM ledger_entry
  WHERE debtor = 'PERSON' AND component = 'CONTRIBUTION' AND debtor_id IN (SELECT person_id FROM numbers) AND run_id = ANY (:inputs)
  GROUP BY value_period
), given_up AS (
  SELECT value_period AS period, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
  FROM ledger_entry
  WHERE debtor = 'PERSON_ACCOUNT' AND component IN ('WAIVED_CONTRIBUTION', 'WRITTEN_OFF_CONTRIBUTION') AND debtor_id IN (SELECT person_id FROM numbers)
    AND run_id = ANY (:inputs)
  GROUP BY value_period
), paid AS (
  SELECT period, sum(minor) AS minor, string_agg(format('%s (%s)', receipt_no, allocated_on), ', ' ORDER BY allocated_on, receipt_no) AS receipts
  FROM (SELECT a.period, r.receipt_no, a.allocated_on, sum(a.amount_minor) AS minor
        FROM allocation a JOIN receipt r USING (receipt_id)
        WHERE a.component = 'CONTRIBUTION' AND a.person_id IN (SELECT person_id FROM numbers) AND a.run_id = ANY (:inputs)
        GROUP BY a.period, r.receipt_no, a.allocated_on
        HAVING sum(a.amount_minor) <> 0) p
  GROUP BY period
)
SELECT o.period AS month, o.minor AS owed, coalesce(p.minor, 0) AS paid, o.minor - coalesce(p.minor, 0) - coalesce(g.minor, 0) AS open,
       coalesce(p.receipts, '') AS receipts
FROM owed o
LEFT JOIN paid p USING (period)
LEFT JOIN given_up g USING (period)
WHERE o.minor <> 0
ORDER BY o.period
