-- Contributions posted for a person under all of its numbers, by month and employer; those of nobody's declaration are its own.
SELECT to_char(c.period, 'YYYY-MM') AS period, coalesce(e.employer_no, '') AS employer, p.person_no AS number,
       sum(c.base_minor)::bigint AS base, sum(c.employer_minor)::bigint AS employer_share, sum(c.insured_minor)::bigint AS insured_share,
       sum(c.state_minor)::bigint AS state_share
FROM contribution c
JOIN run r ON r.run_id = c.posted_by AND r.status = 'COMPLETED'
JOIN person p USING (person_id)
LEFT JOIN employer e USING (employer_id)
WHERE c.person_id IN (SELECT person_id FROM kept_person WHERE kept_id = (SELECT kept_id FROM kept_person WHERE person_id = :person))
GROUP BY c.period, e.employer_no, p.person_no
HAVING sum(c.base_minor) <> 0 OR sum(c.employer_minor) <> 0 OR sum(c.insured_minor) <> 0 OR sum(c.state_minor) <> 0
ORDER BY c.period, employer, number
