-- What is open of each person who owes himself, by delegated body and month, as a settlement left it; care of closed days apart.
SELECT p.person_no AS debtor_no, coalesce(v.name, '') AS name, d.ogd_no, d.period, d.due, d.open_minor
FROM open_person_debt(:settlement, :duePopulations::text[], :duePeriods::text[]::date[], :dueDays::text[]::date[]) d
JOIN person p USING (person_id)
LEFT JOIN LATERAL (SELECT last_name || ' ' || first_name AS name FROM person_version WHERE person_id = d.person_id AND run_id < :run
                   ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
ORDER BY p.person_no, d.ogd_no, d.due, d.period
