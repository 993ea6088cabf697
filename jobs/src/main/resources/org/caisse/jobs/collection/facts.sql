-- What each employer owes, as a settlement left it, with the letters, plans and payments about it: of every employer that owes something,
-- or of one, whether it owes or not.
WITH debt AS (
  SELECT employer_id,
         jsonb_agg(jsonb_build_object('period', period, 'ogd', ogd_no, 'due', due, 'openMinor', open_minor) ORDER BY due, period, ogd_no) AS debts
  FROM open_debt(:settlement)
  WHERE open_minor > 0 AND (:employer = 0 OR employer_id = :employer)
  GROUP BY employer_id
), revoked AS (
  SELECT d.revokes AS decision_no
  FROM decision d JOIN decision_approval a USING (decision_no)
  WHERE d.kind = 'REVOCATION' AND a.run_id = ANY (:inputs)
), served AS (
  SELECT DISTINCT ON (series, year, number) series, year, number, on_day
  FROM decision
  WHERE kind = 'SERVICE' AND run_id = ANY (:inputs) AND decision_no NOT IN (SELECT decision_no FROM revoked)
  ORDER BY series, year, number, decision_no DESC
), letter AS (
  SELECT s.employer_id,
         jsonb_agg(jsonb_build_object('period', s.period, 'ogd', s.ogd_no, 'stage', s.stage, 'on', r.business_date,
                                      'number', format('%s-%s-%s', d.series, d.year, lpad(d.number::text, greatest(6, length(d.number::text)), '0')),
                                      'servedOn', v.on_day, 'plan', coalesce(s.plan_no, 0))
                   ORDER BY r.business_date, d.series, d.year, d.number, s.period, s.ogd_no) AS letters
  FROM collection_step s
  JOIN run r ON r.run_id = s.run_id
  JOIN document d ON d.run_id = s.run_id AND d.employer_id = s.employer_id AND d.stage = s.stage
  LEFT JOIN served v ON v.series = d.series AND v.year = d.year AND v.number = d.number
  WHERE s.run_id < :run AND r.status = 'COMPLETED' AND d.stage IS NOT NULL
  GROUP BY s.employer_id
), plan AS (
  SELECT d.employer_id, d.decision_no, d.on_day
  FROM decision d JOIN decision_approval a USING (decision_no)
  WHERE d.kind = 'PLAN' AND a.run_id = ANY (:inputs) AND d.decision_no NOT IN (SELECT decision_no FROM revoked)
), instalment AS (
  SELECT p.employer_id,
         jsonb_agg(jsonb_build_object('plan', p.decision_no, 'from', p.on_day, 'due', i.due, 'amountMinor', i.amount_minor)
                   ORDER BY p.decision_no, i.due) AS instalments
  FROM plan p JOIN plan_instalment i USING (decision_no)
  GROUP BY p.employer_id
), covered AS (
  SELECT p.employer_id, jsonb_agg(jsonb_build_object('plan', p.decision_no, 'period', c.period) ORDER BY p.decision_no, c.period) AS covered
  FROM plan p JOIN plan_debt c USING (decision_no)
  GROUP BY p.employer_id
), paid AS (
  SELECT employer_id, jsonb_agg(jsonb_build_object('period', period, 'on', allocated_on, 'amountMinor', minor) ORDER BY allocated_on, period) AS payments
  FROM (SELECT a.employer_id, a.period, a.allocated_on, sum(a.amount_minor) AS minor
        FROM allocation a
        WHERE (a.run_id = :settlement OR a.run_id IN (SELECT run_id FROM run WHERE run_id < :settlement AND status = 'COMPLETED'))
          AND EXISTS (SELECT FROM plan p JOIN plan_debt c USING (decision_no) WHERE p.employer_id = a.employer_id AND c.period = a.period)
        GROUP BY a.employer_id, a.period, a.allocated_on
        HAVING sum(a.amount_minor) <> 0) a
  GROUP BY employer_id
)
SELECT e.employer_id, e.employer_no, d.debts::text, l.letters::text, i.instalments::text, c.covered::text, p.payments::text
FROM employer e
LEFT JOIN debt d USING (employer_id)
LEFT JOIN letter l USING (employer_id)
LEFT JOIN instalment i USING (employer_id)
LEFT JOIN covered c USING (employer_id)
LEFT JOIN paid p USING (employer_id)
WHERE e.employer_id > :after AND CASE WHEN :employer = 0 THEN d.debts IS NOT NULL ELSE e.employer_id = :employer END
ORDER BY e.employer_id
