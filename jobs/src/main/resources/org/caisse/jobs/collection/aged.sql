-- What is open of each employer, delegated body and month, as a settlement left it; care of closed days apart.
SELECT e.employer_no AS debtor_no, coalesce(v.name, '') AS name, d.ogd_no, d.period, d.due, d.open_minor
FROM open_debt(:settlement) d
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = d.employer_id AND run_id < :run ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
ORDER BY e.employer_no, d.ogd_no, d.due, d.period
