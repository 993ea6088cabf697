-- What interrupts the prescription of a debt: service of a formal notice about it, payment of a part, a plan in which it was acknowledged.
SELECT 'SERVICE' AS kind, d.on_day
FROM standing_decision d
JOIN document l ON (l.series, l.year, l.number) = (d.series, d.year, d.number)
JOIN collection_step s ON s.run_id = l.run_id AND s.employer_id = l.employer_id AND s.stage = l.stage
WHERE d.kind = 'SERVICE' AND s.employer_id = :employer AND s.period = :period AND s.ogd_no = :ogd
UNION
SELECT 'PAYMENT', allocated_on
FROM (SELECT allocated_on, sum(amount_minor) AS minor
      FROM allocation a JOIN run r USING (run_id)
      WHERE a.employer_id = :employer AND a.period = :period AND a.ogd_no = :ogd AND r.status = 'COMPLETED' AND a.run_id <= :settlement
      GROUP BY allocated_on) p
WHERE minor > 0
UNION
SELECT 'ACKNOWLEDGEMENT', d.on_day
FROM standing_decision d
JOIN plan_debt c USING (decision_no)
WHERE d.kind = 'PLAN' AND d.employer_id = :employer AND c.period = :period
