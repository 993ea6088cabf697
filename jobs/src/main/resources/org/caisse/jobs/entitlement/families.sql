-- Heads with the dependants that they declared or that have rights from them. The rights of all heads by themselves stand already: those of
-- this run, too. Other heads of a dependant count on the days on which they have a right themselves.
WITH merged AS MATERIALIZED (
  SELECT person_id, kept_id FROM standing_merge(:inputs)
), link AS (
  SELECT head_id, dependant_id, relation, valid_from,
         least(valid_to, lead(valid_from) OVER (PARTITION BY head_id, dependant_id ORDER BY valid_from)) AS valid_to,
         min(valid_from) OVER pair AS first_from, min(run_id) OVER pair AS first_run, min(file_id) OVER pair AS first_file,
         min(line_no) OVER pair AS first_line
  FROM (SELECT DISTINCT ON (h.head_id, h.dependant_id, h.valid_from) h.*
        FROM (SELECT coalesce(a.kept_id, l.head_id) AS head_id, coalesce(b.kept_id, l.dependant_id) AS dependant_id, l.relation, l.valid_from,
                     l.valid_to, l.run_id, l.file_id, l.line_no
              FROM dependant_link l
              LEFT JOIN merged a ON a.person_id = l.head_id
              LEFT JOIN merged b ON b.person_id = l.dependant_id
              WHERE l.run_id = ANY (:inputs) AND l.file_id <> ALL (:withdrawn)) h
        WHERE h.head_id <> h.dependant_id
        ORDER BY h.head_id, h.dependant_id, h.valid_from, h.run_id DESC, h.line_no DESC) v
  WINDOW pair AS (PARTITION BY head_id, dependant_id)
), ordered AS MATERIALIZED (
  SELECT head_id, dependant_id, relation, valid_from, valid_to,
         dense_rank() OVER (ORDER BY first_from, first_run, first_file, first_line, head_id, dependant_id) AS declared
  FROM link
), own AS MATERIALIZED (
  SELECT * FROM standing_right(:before || :run::integer) WHERE head_id = person_id
), own_rights AS (
  SELECT person_id,
         jsonb_agg(jsonb_build_object(
           'payer', payer, 'from', valid_from, 'to', valid_to, 'population', population, 'rule', rule, 'why', why, 'arguments', why_arguments,
           'endWhy', end_why, 'endArguments', end_arguments) ORDER BY payer, valid_from) AS rights
  FROM own
  GROUP BY person_id
), version AS (
  SELECT DISTINCT ON (person_id) person_id, birth_date, valid_to
  FROM person_version
  WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
    AND (person_id IN (SELECT head_id FROM ordered) OR person_id IN (SELECT dependant_id FROM ordered))
  ORDER BY person_id, valid_from DESC, run_id DESC
), status AS (
  SELECT person_id, kind, detail, valid_from, least(valid_to, lead(valid_from) OVER (PARTITION BY person_id, kind, detail ORDER BY valid_from)) AS valid_to
  FROM (SELECT DISTINCT ON (person_id, kind, detail, valid_from) person_id, kind, detail, valid_from, valid_to
        FROM person_status
        WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn) AND kind IN ('student', 'disability', 'death')
        ORDER BY person_id, kind, detail, valid_from, run_id DESC) s
), statuses AS (
  SELECT coalesce(m.kept_id, s.person_id) AS person_id,
         jsonb_agg(jsonb_build_object('kind', s.kind, 'detail', s.detail, 'from', s.valid_from, 'to', s.valid_to)
                   ORDER BY s.kind, s.detail, s.valid_from, s.valid_to) AS statuses
  FROM status s
  LEFT JOIN merged m USING (person_id)
  GROUP BY coalesce(m.kept_id, s.person_id)
), links AS (
  SELECT head_id, dependant_id,
         jsonb_agg(jsonb_build_object('relation', upper(relation), 'from', valid_from, 'to', valid_to, 'order', declared) ORDER BY valid_from) AS links
  FROM ordered
  GROUP BY head_id, dependant_id
), shared AS (
  SELECT dependant_id FROM links GROUP BY dependant_id HAVING count(*) > 1
), elsewhere AS (
  SELECT l.head_id, l.dependant_id,
         jsonb_agg(jsonb_build_object('headNo', h.person_no, 'born', v.birth_date, 'order', o.declared, 'payer', r.payer,
                                      'from', greatest(o.valid_from, r.valid_from), 'to', least(o.valid_to, r.valid_to))
                   ORDER BY o.declared, r.payer, r.valid_from, o.valid_from) AS others
  FROM links l
  JOIN ordered o ON o.dependant_id = l.dependant_id AND o.head_id <> l.head_id
  JOIN own r ON r.person_id = o.head_id AND r.valid_from < coalesce(o.valid_to, 'infinity') AND o.valid_from < coalesce(r.valid_to, 'infinity')
  JOIN person h ON h.person_id = o.head_id
  LEFT JOIN version v ON v.person_id = o.head_id
  WHERE l.dependant_id IN (SELECT dependant_id FROM shared)
  GROUP BY l.head_id, l.dependant_id
), dependants AS (
  SELECT l.head_id,
         jsonb_agg(jsonb_build_object(
           'personNo', p.person_no, 'born', v.birth_date, 'statuses', coalesce(s.statuses, '[]'), 'leftOn', v.valid_to, 'links', l.links,
           'own', coalesce(o.rights, '[]'), 'others', coalesce(e.others, '[]')) ORDER BY p.person_no) AS dependants
  FROM links l
  JOIN person p ON p.person_id = l.dependant_id
  LEFT JOIN version v ON v.person_id = l.dependant_id
  LEFT JOIN statuses s ON s.person_id = l.dependant_id
  LEFT JOIN own_rights o ON o.person_id = l.dependant_id
  LEFT JOIN elsewhere e ON e.head_id = l.head_id AND e.dependant_id = l.dependant_id
  GROUP BY l.head_id
), standing AS (
  SELECT t.head_id,
         jsonb_agg(jsonb_build_object('personNo', p.person_no, 'right', jsonb_build_object('rev', t.rev, 'reverses', 0, 'period', jsonb_build_object(
           'payer', t.payer, 'from', t.valid_from, 'to', t.valid_to, 'population', t.population, 'rule', t.rule, 'why', t.why,
           'arguments', t.why_arguments, 'endWhy', t.end_why, 'endArguments', t.end_arguments))) ORDER BY p.person_no, t.payer, t.rev) AS standing
  FROM standing_right(:before) t
  JOIN person p USING (person_id)
  WHERE t.head_id <> t.person_id
  GROUP BY t.head_id
), rev AS (
  SELECT r.head_id, jsonb_agg(jsonb_build_object('personNo', p.person_no, 'payer', r.payer, 'rev', r.rev) ORDER BY p.person_no, r.payer) AS revs
  FROM (SELECT head_id, person_id, payer, max(rev) AS rev FROM rights_period WHERE head_id <> person_id AND run_id <> :run
        GROUP BY head_id, person_id, payer) r
  JOIN person p USING (person_id)
  GROUP BY r.head_id
)
SELECT p.person_id, p.person_no, v.birth_date, o.rights::text, d.dependants::text, t.standing::text, r.revs::text
FROM person p
LEFT JOIN dependants d ON d.head_id = p.person_id
LEFT JOIN standing t ON t.head_id = p.person_id
LEFT JOIN rev r ON r.head_id = p.person_id
LEFT JOIN version v USING (person_id)
LEFT JOIN own_rights o USING (person_id)
WHERE p.person_id > :after AND (:person = 0 OR p.person_id = :person)
  AND ((d.dependants IS NOT NULL AND o.rights IS NOT NULL) OR t.standing IS NOT NULL)
ORDER BY p.person_id
