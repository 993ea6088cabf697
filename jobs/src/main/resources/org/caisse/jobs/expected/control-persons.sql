-- Each person of each employer of the month: declared, declared for the month before, or on a list; under the number that it belongs to. Rows
-- of lists in whom nobody is recognised, or whose employer nobody knows (employer 0), stand by themselves. Differences cover no days.
WITH merged AS MATERIALIZED (
  SELECT person_id, kept_id FROM standing_merge(:inputs)
), active AS (
  SELECT * FROM (
    SELECT DISTINCT ON (employer_id) employer_id, population, ogd_no, valid_to
    FROM employer_version
    WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn) AND valid_from < :next
    ORDER BY employer_id, valid_from DESC, run_id DESC) v
  WHERE valid_to IS NULL OR valid_to > :period
), filed AS (
  SELECT DISTINCT employer_id FROM standing_declaration(:period, :inputs, :withdrawn)
), declared AS (
  SELECT l.employer_id, coalesce(m.kept_id, l.person_id) AS person_id, sum(l.gross_minor)::bigint AS pay_minor,
         least(sum(CASE WHEN l.from_day > 0 THEN l.to_day - l.from_day + 1 ELSE 0 END), extract(day FROM :next::date - 1))::integer AS days
  FROM counting_declaration(:period, :inputs, :withdrawn) c
  JOIN declaration_line l ON l.declaration_id = c.declaration_id AND l.period = :period
  LEFT JOIN merged m USING (person_id)
  GROUP BY l.employer_id, coalesce(m.kept_id, l.person_id)
), before AS (
  SELECT l.employer_id, coalesce(m.kept_id, l.person_id) AS person_id, sum(l.gross_minor)::bigint AS pay_minor,
         least(sum(CASE WHEN l.from_day > 0 THEN l.to_day - l.from_day + 1 ELSE 0 END), extract(day FROM :period::date - 1))::integer AS days,
         max(l.to_day) = extract(day FROM :period::date - 1) AS stayed
  FROM counting_declaration(:before, :inputs, :withdrawn) c
  JOIN declaration_line l ON l.declaration_id = c.declaration_id AND l.period = :before
  LEFT JOIN merged m USING (person_id)
  GROUP BY l.employer_id, coalesce(m.kept_id, l.person_id)
), expected AS MATERIALIZED (
  SELECT x.expected_id, x.list, x.employer_no, x.pay_minor, a.employer_id, coalesce(m.kept_id, p.person_id, i.person_id) AS person_id,
         coalesce(nullif(x.person_no, ''), nullif(x.national_id, ''), x.last_name || ' ' || x.first_name) AS called
  FROM standing_expected(:period, :inputs, :withdrawn) x
  LEFT JOIN employer e USING (employer_no)
  LEFT JOIN active a USING (employer_id)
  LEFT JOIN person p ON p.person_no = x.person_no
  LEFT JOIN LATERAL (
    -- A national number that several persons have says nothing.
    SELECT min(coalesce(g.kept_id, o.person_id)) AS person_id
    FROM person_identifier o LEFT JOIN merged g ON g.person_id = o.person_id
    WHERE p.person_id IS NULL AND x.national_id <> '' AND o.kind = 'national_id' AND o.value = x.national_id
      AND o.run_id = ANY (:inputs) AND o.file_id <> ALL (:withdrawn)
    HAVING count(DISTINCT coalesce(g.kept_id, o.person_id)) = 1) i ON true
  LEFT JOIN merged m ON m.person_id = p.person_id
), listed AS (
  SELECT employer_id, person_id, jsonb_agg(jsonb_build_object('list', list, 'payMinor', pay_minor) ORDER BY list) AS lists
  FROM (SELECT employer_id, person_id, list, coalesce(sum(pay_minor), -1)::bigint AS pay_minor
        FROM expected WHERE employer_id IS NOT NULL AND person_id IS NOT NULL
        GROUP BY employer_id, person_id, list) l
  GROUP BY employer_id, person_id
), lists_of AS (
  SELECT employer_id, count(DISTINCT list) AS lists FROM expected WHERE employer_id IS NOT NULL GROUP BY employer_id
), item AS (
  SELECT employer_id, person_id AS item FROM declared
  UNION SELECT employer_id, person_id FROM before
  UNION SELECT employer_id, person_id FROM listed
), facts AS (
  SELECT t.employer_id, t.item, e.employer_no, a.population, a.ogd_no, p.person_no, true AS person_known,
         d.person_id IS NOT NULL OR EXISTS (
           SELECT FROM (SELECT valid_to FROM person_version v
                        WHERE v.person_id = t.item AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn) AND v.valid_from < :next
                        ORDER BY v.valid_from DESC, v.run_id DESC LIMIT 1) v
           WHERE valid_to IS NULL OR valid_to > :period) AS person_active,
         f.employer_id IS NOT NULL AS filed, coalesce(o.lists, 0) AS lists_of_employer, l.lists, d.person_id IS NOT NULL AS declared,
         coalesce(d.pay_minor, 0) AS pay_minor, coalesce(d.days, 0) AS days, b.person_id IS NOT NULL AS before,
         coalesce(b.stayed, false) AS stayed, coalesce(b.pay_minor, 0) AS pay_before_minor, coalesce(b.days, 0) AS days_before
  FROM item t
  JOIN active a USING (employer_id)
  JOIN employer e USING (employer_id)
  JOIN person p ON p.person_id = t.item
  LEFT JOIN filed f USING (employer_id)
  LEFT JOIN declared d ON d.employer_id = t.employer_id AND d.person_id = t.item
  LEFT JOIN before b ON b.employer_id = t.employer_id AND b.person_id = t.item
  LEFT JOIN listed l ON l.employer_id = t.employer_id AND l.person_id = t.item
  LEFT JOIN lists_of o ON o.employer_id = t.employer_id
  UNION ALL
  SELECT coalesce(x.employer_id, 0), :first_row + x.expected_id, x.employer_no, coalesce(a.population, ''), coalesce(a.ogd_no, ''), x.called,
         x.person_id IS NOT NULL, false, f.employer_id IS NOT NULL, coalesce(o.lists, 0),
         jsonb_build_array(jsonb_build_object('list', x.list, 'payMinor', coalesce(x.pay_minor, -1))), false, 0, 0, false, false, 0, 0
  FROM expected x
  LEFT JOIN active a USING (employer_id)
  LEFT JOIN filed f USING (employer_id)
  LEFT JOIN lists_of o USING (employer_id)
  WHERE x.employer_id IS NULL OR x.person_id IS NULL
)
SELECT * FROM facts
WHERE (employer_id, item) > (:after1, :after2)
ORDER BY employer_id, item
