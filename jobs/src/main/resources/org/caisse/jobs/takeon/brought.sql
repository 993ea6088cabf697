-- Money that the section brought before.
SELECT r.account || ' ' || r.bank_ref AS key, r.amount_minor
FROM receipt r JOIN take_on t USING (run_id)
WHERE t.section = :section AND t.run_id <> :run AND NOT t.refused
