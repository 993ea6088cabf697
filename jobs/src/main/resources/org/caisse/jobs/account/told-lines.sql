-- What moved each account since the statement before: new debts by month, money by receipt, surcharges, remissions and refunds by month.
WITH line AS (
  SELECT t.debtor_no, 1 AS part, l.component, l.value_period AS period, NULL::bigint AS receipt_id,
         sum(CASE WHEN l.reverses IS NULL THEN l.amount_minor ELSE -l.amount_minor END) AS minor
  FROM told t
  JOIN told_number n USING (debtor_id)
  JOIN ledger_entry l ON l.debtor = ANY (CASE WHEN :persons THEN ARRAY['PERSON', 'PERSON_CARE'] ELSE ARRAY['EMPLOYER', 'OPENING', 'EMPLOYER_CARE'] END)
    AND l.debtor_id = n.own_id
  LEFT JOIN run_input i ON i.run_id = t.before AND i.input_run_id = l.run_id
  WHERE l.run_id = ANY (:inputs) AND i.run_id IS NULL
  GROUP BY t.debtor_no, l.component, l.value_period
  UNION ALL
  SELECT t.debtor_no, 2, 'RECEIVED', NULL, m.receipt_id, -sum(m.amount_minor)
  FROM told t
  JOIN told_number n USING (debtor_id)
  JOIN (SELECT run_id, employer_id, person_id, receipt_id, amount_minor FROM allocation
        UNION ALL
        SELECT run_id, employer_id, person_id, receipt_id, amount_minor FROM receipt_advance) m
    ON n.own_id = CASE WHEN :persons THEN m.person_id ELSE m.employer_id END
  WHERE m.run_id > t.before AND m.run_id <= :run
  GROUP BY t.debtor_no, m.receipt_id
  UNION ALL
  SELECT t.debtor_no, 3, l.component, l.value_period, NULL,
         sum(CASE WHEN l.reverses IS NULL THEN l.amount_minor ELSE -l.amount_minor END
             * CASE WHEN l.component IN ('LATE_PAYMENT', 'REFUND') THEN 1 ELSE -1 END)
  FROM told t
  JOIN told_number n USING (debtor_id)
  JOIN ledger_entry l ON l.debtor = CASE WHEN :persons THEN 'PERSON_ACCOUNT' ELSE 'ACCOUNT' END AND l.debtor_id = n.own_id
  WHERE l.run_id > t.before AND l.run_id <= :run AND l.component NOT LIKE 'PAID%' AND l.component <> 'ADVANCE'
  GROUP BY t.debtor_no, l.component, l.value_period
)
SELECT l.debtor_no, l.part, l.component, l.period, l.receipt_id, l.minor, r.value_date, r.bank_ref, r.ogd_no, r.account, r.receipt_no
FROM line l LEFT JOIN receipt r USING (receipt_id)
WHERE l.minor <> 0
ORDER BY l.debtor_no, coalesce(l.period + interval '1 month', r.value_date), l.part, l.component, r.bank_ref, l.receipt_id
