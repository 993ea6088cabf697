-- Every account of an employer: debts as they stand, money that belongs to it, decisions, and what is posted.
WITH matched AS (
  SELECT DISTINCT ON (receipt_id) receipt_id, employer_id, to_period
  FROM receipt_match
  WHERE run_id <= :run AND (rule NOT IN ('HAND', 'TAKEN_BACK') OR run_id = ANY (:inputs))
  ORDER BY receipt_id, run_id DESC
), due AS (
  SELECT DISTINCT ON (employer_id, period) employer_id, period, due
  FROM employer_assessment
  WHERE run_id = ANY (:inputs)
  ORDER BY employer_id, period, run_id DESC
), opening AS (
  SELECT DISTINCT ON (employer_id, period, ogd_no) employer_id, period, ogd_no, due, late_from
  FROM opening_debt
  WHERE run_id = ANY (:inputs)
  ORDER BY employer_id, period, ogd_no, run_id DESC
), owed AS (
  SELECT debtor, debtor_id AS employer_id, value_period, ogd_no, component,
         sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS amount_minor
  FROM ledger_entry
  WHERE debtor IN ('EMPLOYER', 'OPENING') AND run_id = ANY (:inputs)
  GROUP BY debtor, debtor_id, value_period, ogd_no, component
), debt AS (
  SELECT d.employer_id,
         jsonb_agg(jsonb_build_object('period', d.value_period, 'ogd', d.ogd_no, 'component', d.component,
                                      'due', CASE d.debtor WHEN 'OPENING' THEN o.due ELSE u.due END,
                                      'lateFrom', CASE d.debtor WHEN 'OPENING' THEN o.late_from END, 'amountMinor', d.amount_minor)
                   ORDER BY d.value_period, d.ogd_no, d.component, d.debtor) AS debts
  FROM owed d
  LEFT JOIN due u ON d.debtor = 'EMPLOYER' AND u.employer_id = d.employer_id AND u.period = d.value_period
  LEFT JOIN opening o ON d.debtor = 'OPENING' AND o.employer_id = d.employer_id AND o.period = d.value_period AND o.ogd_no = d.ogd_no
  WHERE d.amount_minor <> 0 AND coalesce(o.due, u.due) IS NOT NULL
  GROUP BY d.employer_id
), money AS (
  SELECT m.employer_id,
         jsonb_agg(jsonb_build_object('id', r.receipt_id, 'valueDate', r.value_date, 'account', r.account, 'bankRef', r.bank_ref,
                                      'amountMinor', r.amount_minor, 'toPeriod', coalesce(m.to_period, r.for_period),
                                      'toComponent', CASE WHEN m.to_period IS NULL THEN r.for_component END)
                   ORDER BY r.value_date, r.account, r.bank_ref) AS receipts
  FROM matched m JOIN receipt r USING (receipt_id)
  WHERE m.employer_id IS NOT NULL AND r.run_id = ANY (:inputs) AND r.amount_minor > 0
    AND NOT EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id AND b.run_id = ANY (:inputs))
  GROUP BY m.employer_id
), counts AS (
  SELECT d.*, a.approved_on
  FROM decision d JOIN decision_approval a USING (decision_no)
  WHERE a.run_id = ANY (:inputs)
    AND NOT EXISTS (SELECT FROM decision b JOIN decision_approval c USING (decision_no)
                    WHERE b.revokes = d.decision_no AND c.run_id = ANY (:inputs))
), decided AS (
  SELECT d.employer_id,
         jsonb_agg(jsonb_build_object('decision', decision_no, 'on', approved_on, 'period', d.period, 'component', d.component,
                                      'amountMinor', d.amount_minor)
                   ORDER BY decision_no) FILTER (WHERE d.kind = 'WAIVER') AS waivers,
         jsonb_agg(jsonb_build_object('decision', decision_no, 'on', approved_on, 'amountMinor', d.amount_minor)
                   ORDER BY decision_no) FILTER (WHERE d.kind = 'REFUND') AS refunds
  FROM counts d
  GROUP BY d.employer_id
), written_off AS (
  -- What is prescribed is given up whole: at most what is open, whatever that is.
  SELECT d.employer_id,
         jsonb_agg(jsonb_build_object('decision', decision_no, 'on', approved_on, 'period', d.period, 'component', c.component,
                                      'amountMinor', coalesce(d.amount_minor, 9223372036854775807),
                                      'kind', CASE d.kind WHEN 'WRITE_OFF' THEN 'WRITTEN_OFF' ELSE 'PRESCRIBED' END)
                   ORDER BY decision_no, c.component) AS write_offs
  FROM counts d
  JOIN (VALUES ('CONTRIBUTION'), ('LATE_DECLARATION'), ('LATE_PAYMENT')) c (component) ON c.component = coalesce(d.component, c.component)
  WHERE d.kind IN ('WRITE_OFF', 'PRESCRIPTION')
  GROUP BY d.employer_id
), entry AS (
  SELECT DISTINCT ON (debtor_id, value_period, ogd_no, component) debtor_id, value_period, ogd_no, component, rev, reverses, amount_minor
  FROM ledger_entry
  WHERE debtor = 'ACCOUNT' AND run_id <> :run
  ORDER BY debtor_id, value_period, ogd_no, component, rev DESC
), posted AS (
  SELECT debtor_id AS employer_id,
         jsonb_agg(jsonb_build_object('valuePeriod', value_period, 'ogd', ogd_no, 'component', component, 'rev', rev,
                                      'amountMinor', amount_minor)
                   ORDER BY value_period, rev) FILTER (WHERE reverses IS NULL) AS posted
  FROM entry
  GROUP BY debtor_id
), rev AS (
  SELECT debtor_id AS employer_id, jsonb_agg(jsonb_build_object('valuePeriod', value_period, 'rev', rev) ORDER BY value_period) AS revs
  FROM (SELECT debtor_id, value_period, max(rev) AS rev FROM ledger_entry WHERE debtor = 'ACCOUNT' AND run_id <> :run
        GROUP BY debtor_id, value_period) r
  GROUP BY debtor_id
), allocated AS (
  SELECT employer_id,
         jsonb_agg(jsonb_build_object('receipt', receipt_id, 'period', period, 'ogd', ogd_no, 'component', component, 'on', allocated_on,
                                      'amountMinor', amount_minor)
                   ORDER BY receipt_id, period, ogd_no, component, allocated_on) AS allocated
  FROM (SELECT employer_id, receipt_id, period, ogd_no, component, allocated_on, sum(amount_minor) AS amount_minor
        FROM allocation WHERE run_id <> :run
        GROUP BY employer_id, receipt_id, period, ogd_no, component, allocated_on
        HAVING sum(amount_minor) <> 0) a
  GROUP BY employer_id
), advanced AS (
  SELECT employer_id,
         jsonb_agg(jsonb_build_object('receipt', receipt_id, 'valueDate', value_date, 'amountMinor', amount_minor) ORDER BY receipt_id) AS advanced
  FROM (SELECT a.employer_id, a.receipt_id, r.value_date, sum(a.amount_minor) AS amount_minor
        FROM receipt_advance a JOIN receipt r USING (receipt_id)
        WHERE a.run_id <> :run
        GROUP BY a.employer_id, a.receipt_id, r.value_date
        HAVING sum(a.amount_minor) <> 0) x
  GROUP BY employer_id
)
SELECT e.employer_id, e.employer_no, d.debts::text, m.receipts::text, c.waivers::text, w.write_offs::text, c.refunds::text, p.posted::text,
       v.revs::text, a.allocated::text, x.advanced::text
FROM employer e
LEFT JOIN debt d USING (employer_id)
LEFT JOIN money m USING (employer_id)
LEFT JOIN posted p USING (employer_id)
LEFT JOIN rev v USING (employer_id)
LEFT JOIN decided c USING (employer_id)
LEFT JOIN written_off w USING (employer_id)
LEFT JOIN allocated a USING (employer_id)
LEFT JOIN advanced x USING (employer_id)
WHERE e.employer_id > :after AND (d.debts IS NOT NULL OR m.receipts IS NOT NULL OR v.revs IS NOT NULL)
ORDER BY e.employer_id
