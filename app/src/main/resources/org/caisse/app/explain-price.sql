-- From which rows of the registry the price of a line comes, as the run knew them that decided it: the act or medicine, and its tariff.
WITH known AS (
  SELECT i.input_run_id AS run_id
  FROM run r JOIN run_input i USING (run_id)
  WHERE r.job = :job AND r.scope = :scope AND r.seq = :seq
), found AS (
  (SELECT 1 AS n, a.act_code AS item, v.label, v.valid_from, v.file_id, v.line_no
   FROM act a JOIN act_version v USING (act_id)
   WHERE NOT :medicine AND a.act_code = :code AND v.valid_from = :from AND v.run_id IN (SELECT run_id FROM known)
   ORDER BY v.run_id DESC
   LIMIT 1)
  UNION ALL
  (SELECT 1, m.medicine_code, v.label, v.valid_from, v.file_id, v.line_no
   FROM medicine m JOIN medicine_version v USING (medicine_id)
   WHERE :medicine AND m.medicine_code = :code AND v.valid_from = :from AND v.run_id IN (SELECT run_id FROM known)
   ORDER BY v.run_id DESC
   LIMIT 1)
  UNION ALL
  (SELECT 2, concat_ws(' ', t.item, nullif(t.level, '')), '', t.valid_from, t.file_id, t.line_no
   FROM tariff t
   WHERE t.basis = CASE WHEN :letter = '' THEN 'act' ELSE 'letter' END AND t.item = coalesce(nullif(:letter, ''), :code)
     AND t.unit_minor = :unit AND t.valid_from <= :day AND t.run_id IN (SELECT run_id FROM known)
   ORDER BY t.level <> '' DESC, t.valid_from DESC, t.run_id DESC
   LIMIT 1)
)
SELECT x.n, x.item, x.label, x.valid_from, f.name AS file_name, x.line_no
FROM found x JOIN file f USING (file_id)
ORDER BY x.n
