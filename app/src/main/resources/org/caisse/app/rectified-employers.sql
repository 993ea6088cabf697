-- The employers for which most changes.
SELECT e.employer_no AS employer, coalesce(left(v.name, 32), '') AS name, count(DISTINCT r.period) AS months,
       sum(r.before_minor)::bigint AS before, sum(r.after_minor)::bigint AS after, sum(r.after_minor - r.before_minor)::bigint AS difference
FROM rectification r
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = r.employer_id ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
WHERE r.run_id = :run
GROUP BY e.employer_no, v.name
ORDER BY abs(sum(r.after_minor - r.before_minor)) DESC, e.employer_no
LIMIT :most
