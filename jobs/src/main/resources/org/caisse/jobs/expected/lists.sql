SELECT f.name, x.list, to_char(x.period, 'YYYY-MM') AS period, count(DISTINCT x.employer_no) AS employers, count(*) AS persons,
       count(x.pay_minor) AS with_pay, coalesce(sum(x.pay_minor), 0)::bigint AS pay_minor
FROM expected_person x JOIN file f USING (file_id)
WHERE x.run_id = :run
GROUP BY f.ordinal, f.name, x.list, x.period
ORDER BY f.ordinal, x.list, x.period
