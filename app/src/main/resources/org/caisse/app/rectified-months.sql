-- What a regularisation tells, month by month; the last row is the sum.
SELECT coalesce(to_char(period, 'YYYY-MM'), 'total') AS period, count(DISTINCT employer_id) AS employers,
       sum(before_minor)::bigint AS before, sum(after_minor)::bigint AS after, sum(after_minor - before_minor)::bigint AS difference
FROM rectification
WHERE run_id = :run
GROUP BY ROLLUP (rectification.period)
ORDER BY rectification.period NULLS LAST
