-- Every account of an employer, or of a person who owes himself (:persons): debts as they stand, money that belongs to it,
-- decisions, and what is posted. Everything of a person's number that was merged belongs to the number that was kept.
WITH merged AS MATERIALIZED (
  SELECT person_id, kept_id FROM standing_merge(:inputs) WHERE :persons
), latest AS (
  SELECT DISTINCT ON (receipt_id) receipt_id, employer_id, person_id, to_period, to_component
  FROM receipt_match
  WHERE run_id <= :run AND (rule NOT IN ('HAND', 'TAKEN_BACK') OR run_id = ANY (:inputs))
  ORDER BY receipt_id, run_id DESC
), matched AS (
  SELECT l.receipt_id, CASE WHEN :persons THEN coalesce(g.kept_id, l.person_id) ELSE l.employer_id END AS debtor_id, l.to_period, l.to_component
  FROM latest l LEFT JOIN merged g USING (person_id)
), due AS (
  (SELECT DISTINCT ON (employer_id, period) employer_id AS debtor_id, period, due
   FROM employer_assessment
   WHERE NOT :persons AND run_id = ANY (:inputs)
   ORDER BY employer_id, period, run_id DESC)
  UNION ALL
  (SELECT DISTINCT ON (coalesce(g.kept_id, a.person_id), a.period) coalesce(g.kept_id, a.person_id), a.period, d.due
   FROM assessment a
   JOIN unnest(:duePopulations::text[], :duePeriods::text[]::date[], :dueDays::text[]::date[]) d (population, period, due) USING (population, period)
   LEFT JOIN merged g USING (person_id)
   WHERE :persons AND a.employer_id IS NULL AND a.run_id = ANY (:inputs)
   ORDER BY coalesce(g.kept_id, a.person_id), a.period, a.rev DESC, d.due)
), opening AS (
  SELECT DISTINCT ON (employer_id, period, ogd_no) employer_id AS debtor_id, period, ogd_no, due, late_from
  FROM opening_debt
  WHERE NOT :persons AND run_id = ANY (:inputs)
  ORDER BY employer_id, period, ogd_no, run_id DESC
), care AS (
  SELECT coalesce(g.kept_id, c.debtor_id) AS debtor_id, c.period, c.payer, min(c.claimed_on) AS due, sum(c.amount_minor) AS amount_minor
  FROM care_debt(:inputs) c LEFT JOIN merged g ON g.person_id = c.debtor_id
  WHERE c.debtor = CASE WHEN :persons THEN 'PERSON_CARE' ELSE 'EMPLOYER_CARE' END
  GROUP BY coalesce(g.kept_id, c.debtor_id), c.period, c.payer
), owed AS (
  SELECT e.debtor, coalesce(g.kept_id, e.debtor_id) AS debtor_id, e.value_period, e.ogd_no, e.component,
         sum(CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END) AS amount_minor
  FROM ledger_entry e LEFT JOIN merged g ON g.person_id = e.debtor_id
  WHERE e.debtor = ANY (CASE WHEN :persons THEN ARRAY['PERSON'] ELSE ARRAY['EMPLOYER', 'OPENING'] END) AND e.run_id = ANY (:inputs)
  GROUP BY e.debtor, coalesce(g.kept_id, e.debtor_id), e.value_period, e.ogd_no, e.component
), one_debt AS (
  SELECT d.debtor, d.debtor_id, d.value_period, d.ogd_no, d.component, coalesce(o.due, u.due) AS due, o.late_from, d.amount_minor
  FROM owed d
  LEFT JOIN due u ON d.debtor <> 'OPENING' AND u.debtor_id = d.debtor_id AND u.period = d.value_period
  LEFT JOIN opening o ON d.debtor = 'OPENING' AND o.debtor_id = d.debtor_id AND o.period = d.value_period AND o.ogd_no = d.ogd_no
  WHERE d.amount_minor <> 0 AND coalesce(o.due, u.due) IS NOT NULL
  UNION ALL
  SELECT 'CARE', debtor_id, period, payer, 'CLOSED_LATE', due, NULL, amount_minor FROM care
), debt AS (
  SELECT d.debtor_id,
         jsonb_agg(jsonb_build_object('period', d.value_period, 'ogd', d.ogd_no, 'component', d.component, 'due', d.due,
                                      'lateFrom', d.late_from, 'amountMinor', d.amount_minor)
                   ORDER BY d.value_period, d.ogd_no, d.component, d.debtor) AS debts
  FROM one_debt d
  GROUP BY d.debtor_id
), money AS (
  SELECT m.debtor_id,
         jsonb_agg(jsonb_build_object('id', r.receipt_id, 'valueDate', r.value_date, 'account', r.account, 'bankRef', r.bank_ref,
                                      'amountMinor', r.amount_minor, 'toPeriod', coalesce(m.to_period, r.for_period),
                                      'toComponent', CASE WHEN m.to_period IS NULL AND m.to_component IS NULL THEN r.for_component
                                                          ELSE m.to_component END)
                   ORDER BY r.value_date, r.account, r.bank_ref) AS receipts
  FROM matched m JOIN receipt r USING (receipt_id)
  WHERE m.debtor_id IS NOT NULL AND r.run_id = ANY (:inputs) AND r.amount_minor > 0
    AND NOT EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id AND b.run_id = ANY (:inputs))
  GROUP BY m.debtor_id
), counts AS (
  SELECT d.*, CASE WHEN :persons THEN coalesce(g.kept_id, d.person_id) ELSE d.employer_id END AS debtor_id, a.approved_on
  FROM decision d
  JOIN decision_approval a USING (decision_no)
  LEFT JOIN merged g USING (person_id)
  WHERE a.run_id = ANY (:inputs)
    AND NOT EXISTS (SELECT FROM decision b JOIN decision_approval c USING (decision_no)
                    WHERE b.revokes = d.decision_no AND c.run_id = ANY (:inputs))
), decided AS (
  SELECT d.debtor_id,
         jsonb_agg(jsonb_build_object('decision', decision_no, 'on', approved_on, 'period', d.period, 'component', d.component,
                                      'amountMinor', d.amount_minor)
                   ORDER BY decision_no) FILTER (WHERE d.kind = 'WAIVER') AS waivers,
         jsonb_agg(jsonb_build_object('decision', decision_no, 'on', approved_on, 'amountMinor', d.amount_minor)
                   ORDER BY decision_no) FILTER (WHERE d.kind = 'REFUND') AS refunds
  FROM counts d
  WHERE d.debtor_id IS NOT NULL
  GROUP BY d.debtor_id
), written_off AS (
  -- What is prescribed is given up whole: at most what is open, whatever that is. Care of closed days is never prescribed.
  SELECT d.debtor_id,
         jsonb_agg(jsonb_build_object('decision', decision_no, 'on', approved_on, 'period', d.period, 'component', c.component,
                                      'amountMinor', coalesce(d.amount_minor, 9223372036854775807),
                                      'kind', CASE d.kind WHEN 'WRITE_OFF' THEN 'WRITTEN_OFF' ELSE 'PRESCRIBED' END)
                   ORDER BY decision_no, c.component) AS write_offs
  FROM counts d
  JOIN (VALUES ('CONTRIBUTION'), ('LATE_DECLARATION'), ('LATE_PAYMENT'), ('CLOSED_LATE')) c (component)
    ON CASE WHEN d.component IS NULL THEN c.component <> 'CLOSED_LATE' ELSE c.component = d.component END
  WHERE d.kind IN ('WRITE_OFF', 'PRESCRIPTION') AND d.debtor_id IS NOT NULL
  GROUP BY d.debtor_id
), entry AS (
  SELECT DISTINCT ON (debtor_id, value_period, ogd_no, component) debtor_id, value_period, ogd_no, component, rev, reverses, amount_minor
  FROM ledger_entry
  WHERE debtor = CASE WHEN :persons THEN 'PERSON_ACCOUNT' ELSE 'ACCOUNT' END AND run_id <> :run
  ORDER BY debtor_id, value_period, ogd_no, component, rev DESC
), posted AS (
  SELECT debtor_id,
         jsonb_agg(jsonb_build_object('valuePeriod', value_period, 'ogd', ogd_no, 'component', component, 'rev', rev,
                                      'amountMinor', amount_minor)
                   ORDER BY value_period, rev) FILTER (WHERE reverses IS NULL) AS posted
  FROM entry
  GROUP BY debtor_id
), rev AS (
  SELECT debtor_id, jsonb_agg(jsonb_build_object('valuePeriod', value_period, 'rev', rev) ORDER BY value_period) AS revs
  FROM (SELECT debtor_id, value_period, max(rev) AS rev FROM ledger_entry
        WHERE debtor = CASE WHEN :persons THEN 'PERSON_ACCOUNT' ELSE 'ACCOUNT' END AND run_id <> :run
        GROUP BY debtor_id, value_period) r
  GROUP BY debtor_id
), allocated AS (
  SELECT debtor_id,
         jsonb_agg(jsonb_build_object('receipt', receipt_id, 'period', period, 'ogd', ogd_no, 'component', component, 'on', allocated_on,
                                      'amountMinor', amount_minor)
                   ORDER BY receipt_id, period, ogd_no, component, allocated_on) AS allocated
  FROM (SELECT CASE WHEN :persons THEN person_id ELSE employer_id END AS debtor_id, receipt_id, period, ogd_no, component, allocated_on,
               sum(amount_minor) AS amount_minor
        FROM allocation WHERE run_id <> :run
        GROUP BY 1, receipt_id, period, ogd_no, component, allocated_on
        HAVING sum(amount_minor) <> 0) a
  WHERE debtor_id IS NOT NULL
  GROUP BY debtor_id
), advanced AS (
  SELECT debtor_id,
         jsonb_agg(jsonb_build_object('receipt', receipt_id, 'valueDate', value_date, 'amountMinor', amount_minor) ORDER BY receipt_id) AS advanced
  FROM (SELECT CASE WHEN :persons THEN a.person_id ELSE a.employer_id END AS debtor_id, a.receipt_id, r.value_date, sum(a.amount_minor) AS amount_minor
        FROM receipt_advance a JOIN receipt r USING (receipt_id)
        WHERE a.run_id <> :run
        GROUP BY 1, a.receipt_id, r.value_date
        HAVING sum(a.amount_minor) <> 0) x
  WHERE debtor_id IS NOT NULL
  GROUP BY debtor_id
)
SELECT k.debtor_id, k.debtor_no, d.debts::text, m.receipts::text, c.waivers::text, w.write_offs::text, c.refunds::text, p.posted::text,
       v.revs::text, a.allocated::text, x.advanced::text
FROM (SELECT employer_id AS debtor_id, employer_no AS debtor_no FROM employer WHERE NOT :persons
      UNION ALL
      SELECT person_id, person_no FROM person WHERE :persons) k
LEFT JOIN debt d USING (debtor_id)
LEFT JOIN money m USING (debtor_id)
LEFT JOIN posted p USING (debtor_id)
LEFT JOIN rev v USING (debtor_id)
LEFT JOIN decided c USING (debtor_id)
LEFT JOIN written_off w USING (debtor_id)
LEFT JOIN allocated a USING (debtor_id)
LEFT JOIN advanced x USING (debtor_id)
WHERE k.debtor_id > :after AND (d.debts IS NOT NULL OR m.receipts IS NOT NULL OR v.revs IS NOT NULL)
ORDER BY k.debtor_id
