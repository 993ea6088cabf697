-- After a regularisation: what employers are told is what its assessments posted for them.
SELECT 'what employers are told of a regularisation is what was posted', coalesce(e.employer_no, '') || ' ' || to_char(period, 'YYYY-MM'),
       format('told %s, posted %s', coalesce(t.minor, 0), coalesce(p.minor, 0))
FROM (SELECT employer_id, period, sum(after_minor - before_minor) AS minor FROM rectification WHERE run_id = :run GROUP BY employer_id, period) t
FULL JOIN (SELECT debtor_id AS employer_id, value_period AS period,
                  sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
           FROM ledger_entry
           WHERE debtor = 'EMPLOYER' AND run_id IN (SELECT assessment_run_id FROM rectified_run WHERE run_id = :run)
           GROUP BY debtor_id, value_period) p USING (employer_id, period)
LEFT JOIN employer e USING (employer_id)
WHERE coalesce(t.minor, 0) <> coalesce(p.minor, 0)
