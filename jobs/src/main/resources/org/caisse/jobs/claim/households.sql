-- Every household of the run: its members with rights and statuses, the lines to be judged with what the registry says of them on the
-- day of care, what is firm and counts, prior agreements, and what was decided before. Each record is an array of its components, in their
-- order: half as long as with their names. Rows of lines and of what was decided are looked up one by one (OFFSET 0 keeps the server from
-- joining the tables whole): what a portion costs must not grow with the history.
WITH RECURSIVE line AS MATERIALIZED (
  SELECT w.household_id, w.kind AS work, w.rev, w.person_id AS kept_id, l.*, i.invoice_no, i.kind, i.received_on, i.provider_no,
         (SELECT min(f.received_on) FROM invoice f
          WHERE f.provider_id = i.provider_id AND f.invoice_no = i.invoice_no AND f.status = 'FILED'
            AND f.run_id = ANY (:inputs) AND f.file_id <> ALL (:withdrawn)) AS filed_on
  FROM claim_work w
  CROSS JOIN LATERAL (SELECT * FROM claim_line l WHERE l.claim_line_id = w.claim_line_id OFFSET 0) l
  CROSS JOIN LATERAL (SELECT * FROM invoice i WHERE i.invoice_id = l.invoice_id OFFSET 0) i
  WHERE w.run_id = :run AND w.household_id > :after AND w.household_id <= :until AND w.kind <> 'FALLEN'
), provider_span AS (
  SELECT provider_id, level, specialty, valid_from, valid_to, lead(valid_from) OVER (PARTITION BY provider_id ORDER BY valid_from) AS next_from
  FROM (SELECT DISTINCT ON (provider_id, valid_from) * FROM provider_version
        WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
        ORDER BY provider_id, valid_from, run_id DESC) v
), convention_span AS (
  SELECT provider_id, level, valid_from, valid_to, lead(valid_from) OVER (PARTITION BY provider_id ORDER BY valid_from) AS next_from
  FROM (SELECT DISTINCT ON (provider_id, valid_from) * FROM convention
        WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
        ORDER BY provider_id, valid_from, run_id DESC) v
), act_span AS (
  SELECT a.act_code, v.*, lead(v.valid_from) OVER (PARTITION BY v.act_id ORDER BY v.valid_from) AS next_from
  FROM (SELECT DISTINCT ON (act_id, valid_from) * FROM act_version
        WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
        ORDER BY act_id, valid_from, run_id DESC) v
  JOIN act a USING (act_id)
), crosswalk_span AS (
  SELECT old_code, new_code, valid_from, valid_to, lead(valid_from) OVER (PARTITION BY old_code ORDER BY valid_from) AS next_from
  FROM (SELECT DISTINCT ON (old_code, valid_from) * FROM act_crosswalk
        WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
        ORDER BY old_code, valid_from, run_id DESC) v
), tariff_span AS (
  SELECT basis, item, level, unit_minor, valid_from,
         least(valid_to, lead(valid_from) OVER (PARTITION BY basis, item, level ORDER BY valid_from)) AS until
  FROM (SELECT DISTINCT ON (basis, item, level, valid_from) * FROM tariff
        WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
        ORDER BY basis, item, level, valid_from, run_id DESC) v
), medicine_span AS (
  SELECT m.medicine_code, v.*, lead(v.valid_from) OVER (PARTITION BY v.medicine_id ORDER BY v.valid_from) AS next_from
  FROM (SELECT DISTINCT ON (medicine_id, valid_from) * FROM medicine_version
        WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
        ORDER BY medicine_id, valid_from, run_id DESC) v
  JOIN medicine m USING (medicine_id)
), known AS (
  SELECT l.*, coalesce(v.level, '') AS level, coalesce(v.specialty, '') AS specialty,
         c.valid_from AS convention_from, c.valid_to AS convention_to,
         coalesce(nullif(CASE WHEN c.valid_to IS NULL OR c.valid_to > l.care_on THEN c.level END, ''), v.level, '') AS tariff_level,
         coalesce(x.new_code, l.act_code) AS code,
         -- An act is the same under its old code.
         CASE WHEN x.new_code IS NULL THEN l.content_key
              ELSE care_content(l.care_on, x.new_code, l.letter, l.coefficient, l.medicine_code, l.quantity) END AS care_key
  FROM line l
  LEFT JOIN provider_span v
    ON v.provider_id = l.provider_id AND v.valid_from <= l.care_on AND (v.next_from IS NULL OR v.next_from > l.care_on)
   AND (v.valid_to IS NULL OR v.valid_to > l.care_on)
  LEFT JOIN convention_span c
    ON c.provider_id = l.provider_id AND c.valid_from <= l.care_on AND (c.next_from IS NULL OR c.next_from > l.care_on)
  LEFT JOIN crosswalk_span x
    ON x.old_code = l.act_code AND x.valid_from <= l.care_on AND (x.next_from IS NULL OR x.next_from > l.care_on)
   AND (x.valid_to IS NULL OR x.valid_to > l.care_on)
), priced AS (
  SELECT k.*, a.act_id, a.care_group, a.valid_from AS act_from, a.valid_to AS act_to, a.letter AS act_letter, a.coefficient AS act_coefficient,
         a.flat_minor, a.part_percent, a.sex AS act_sex, a.min_months, a.max_months, a.levels, a.agreement AS act_agreement,
         m.medicine_id, m.valid_from AS medicine_from, m.valid_to AS medicine_to, m.reference_minor, m.generic_group, m.programme,
         m.agreement AS medicine_agreement,
         CASE WHEN k.letter <> '' OR a.letter <> '' THEN 'letter' ELSE 'act' END AS basis,
         CASE WHEN k.letter <> '' THEN k.letter WHEN a.letter <> '' THEN a.letter ELSE k.code END AS item
  FROM known k
  LEFT JOIN act_span a
    ON k.code <> '' AND a.act_code = k.code AND a.valid_from <= k.care_on AND (a.next_from IS NULL OR a.next_from > k.care_on)
  LEFT JOIN medicine_span m
    ON k.medicine_code <> '' AND m.medicine_code = k.medicine_code AND m.valid_from <= k.care_on
   AND (m.next_from IS NULL OR m.next_from > k.care_on)
), generic AS (
  SELECT g.generic_group, g.care_on, min(m.reference_minor) AS least_minor
  FROM (SELECT DISTINCT generic_group, care_on FROM priced WHERE generic_group <> '') g
  JOIN medicine_span m ON m.generic_group = g.generic_group AND m.valid_from <= g.care_on AND (m.next_from IS NULL OR m.next_from > g.care_on)
   AND (m.valid_to IS NULL OR m.valid_to > g.care_on)
  GROUP BY g.generic_group, g.care_on
), valued AS (
  SELECT p.*, g.least_minor, coalesce(o.unit_minor, e.unit_minor) AS tariff_unit, coalesce(o.valid_from, e.valid_from) AS tariff_from,
         p.letter <> '' AND EXISTS (SELECT FROM tariff_span t WHERE t.basis = 'letter' AND t.item = p.letter) AS letter_known
  FROM priced p
  LEFT JOIN generic g ON g.generic_group = p.generic_group AND g.care_on = p.care_on
  LEFT JOIN tariff_span o
    ON o.basis = p.basis AND o.item = p.item AND o.level = p.tariff_level AND o.level <> '' AND o.valid_from <= p.care_on
   AND (o.until IS NULL OR o.until > p.care_on)
  LEFT JOIN tariff_span e
    ON e.basis = p.basis AND e.item = p.item AND e.level = '' AND e.valid_from <= p.care_on AND (e.until IS NULL OR e.until > p.care_on)
), described AS (
  SELECT v.household_id, v.work, v.claim_line_id, v.rev, v.care_on, v.provider_no, v.invoice_no, v.no,
         json_build_array(
           v.claim_line_id, p.person_no, v.care_on,
           json_build_array(v.invoice_no, v.kind = 'third_party', v.received_on, v.filed_on),
           v.no,
           json_build_array(v.provider_no, v.level, v.specialty, v.convention_from, v.convention_to),
           -- Code, group, from, to, letter, coefficient, price of a unit, flat price; medicine, its reference price, least price of its group;
           -- relative price, programme that supplies it; sex, least and greatest age, levels, agreement needed.
           CASE
             WHEN v.act_id IS NOT NULL THEN json_build_array(
               v.code, v.care_group, v.act_from, v.act_to, v.act_letter, coalesce((v.act_coefficient * 1000)::bigint, 0),
               coalesce(v.tariff_unit, -1), coalesce(v.flat_minor, -1), false, -1, -1, coalesce((v.part_percent * 10)::integer, 0), '',
               v.act_sex, coalesce(v.min_months, 0), coalesce(v.max_months, 2147483647), v.levels, v.act_agreement)
             WHEN v.medicine_id IS NOT NULL THEN json_build_array(
               v.medicine_code, 'medicine', v.medicine_from, v.medicine_to, '', 0,
               -1, -1, true, coalesce(v.reference_minor, -1), coalesce(v.least_minor, -1), 0, v.programme,
               '', 0, 2147483647, '', v.medicine_agreement)
             WHEN v.letter_known THEN json_build_array(
               v.letter, '', coalesce(v.tariff_from, v.care_on), NULL, v.letter, (v.coefficient * 1000)::bigint,
               coalesce(v.tariff_unit, -1), -1, false, -1, -1, 0, '',
               '', 0, 2147483647, '', false)
           END,
           CASE WHEN v.act_code <> '' THEN v.act_code WHEN v.medicine_code <> '' THEN v.medicine_code
                ELSE v.letter || ' ' || trim_scale(v.coefficient)::text END,
           (v.quantity * 1000)::bigint, coalesce(v.unit_minor, -1), v.charged_minor, v.prescriber, v.prescription_no, v.referrer,
           v.agreement_no, v.affection, v.place, v.care_key) AS line
  FROM valued v
  JOIN person p ON p.person_id = v.kept_id
), line_json AS (
  SELECT household_id, json_agg(line ORDER BY care_on, provider_no, invoice_no, no, claim_line_id)::text AS lines
  FROM described
  WHERE work = 'LINE'
  GROUP BY household_id
), reduced_json AS (
  SELECT l.household_id,
         json_agg(json_build_array(
           l.line, d.status, d.charged_minor, d.tariff_minor, d.copay_minor,
           (SELECT coalesce(json_agg(json_build_array(s.payer, s.amount_minor, s.rate) ORDER BY s.n), '[]')
            FROM claim_share s WHERE s.claim_line_id = d.claim_line_id AND s.rev = d.rev),
           (SELECT coalesce(json_agg(json_build_array(
                     r.code, r.payer, r.amount_minor, r.bearer,
                     (SELECT coalesce(json_agg(json_build_array(a.value -> 'kind', a.value -> 'value') ORDER BY a.ordinality), '[]')
                      FROM json_array_elements(r.arguments::json) WITH ORDINALITY a)) ORDER BY r.n), '[]')
            FROM claim_reduction r WHERE r.claim_line_id = d.claim_line_id AND r.rev = d.rev),
           (SELECT coalesce(json_agg(json_build_array(c.limit_id, c.key, c.on_date, c.quantity_milli, c.amount_minor) ORDER BY c.n), '[]')
            FROM claim_consumption c WHERE c.claim_line_id = d.claim_line_id AND c.rev = d.rev))
           ORDER BY l.care_on, l.provider_no, l.invoice_no, l.no, l.claim_line_id)::text AS reduced
  FROM described l
  JOIN claim_decision d ON d.claim_line_id = l.claim_line_id AND d.rev = l.rev
  WHERE l.work = 'REDUCED'
  GROUP BY l.household_id
), number AS (
  SELECT household_id, person_id, person_id AS kept_id FROM claim_member WHERE run_id = :run AND household_id > :after AND household_id <= :until
  UNION ALL
  SELECT m.household_id, b.person_id, b.kept_id
  FROM claim_member m JOIN standing_merge(:inputs) b ON b.kept_id = m.person_id
  WHERE m.run_id = :run AND m.household_id > :after AND m.household_id <= :until
), right_json AS (
  SELECT n.household_id, n.kept_id,
         json_agg(json_build_array(r.payer, r.valid_from, r.valid_to, r.population, r.why)
                  ORDER BY r.payer, r.valid_from, r.head_id) AS rights
  FROM number n
  CROSS JOIN LATERAL (SELECT * FROM standing_right(:inputs) r WHERE r.person_id = n.person_id OFFSET 0) r
  GROUP BY n.household_id, n.kept_id
), status_span AS (
  SELECT n.household_id, n.kept_id, s.kind, s.detail, s.valid_from,
         least(s.valid_to, lead(s.valid_from) OVER (PARTITION BY n.household_id, s.person_id, s.kind, s.detail ORDER BY s.valid_from)) AS until
  FROM number n
  CROSS JOIN LATERAL (SELECT DISTINCT ON (kind, detail, valid_from) * FROM person_status s
                      WHERE s.person_id = n.person_id AND s.run_id = ANY (:inputs) AND s.file_id <> ALL (:withdrawn)
                      ORDER BY kind, detail, valid_from, run_id DESC) s
), status_json AS (
  SELECT household_id, kept_id,
         json_agg(json_build_array(kind, detail, valid_from, until) ORDER BY kind, detail, valid_from) AS statuses
  FROM status_span
  GROUP BY household_id, kept_id
), member_json AS (
  SELECT m.household_id,
         json_agg(json_build_array(p.person_no, k.birth_date, nullif(k.sex, ''), coalesce(r.rights, '[]'), coalesce(s.statuses, '[]'))
                  ORDER BY p.person_no)::text AS members
  FROM claim_member m
  JOIN person p USING (person_id)
  LEFT JOIN LATERAL (SELECT v.birth_date, v.sex
                     FROM person_version v
                     WHERE v.person_id = m.person_id AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn) AND v.valid_from <= :day
                     ORDER BY v.valid_from DESC, v.run_id DESC LIMIT 1) k ON true
  LEFT JOIN right_json r ON r.household_id = m.household_id AND r.kept_id = m.person_id
  LEFT JOIN status_json s ON s.household_id = m.household_id AND s.kept_id = m.person_id
  WHERE m.run_id = :run AND m.household_id > :after AND m.household_id <= :until
  GROUP BY m.household_id
), told AS (
  SELECT f.household_id, f.person_id AS kept_id, l.person_id AS own_id, l.claim_line_id, l.care_on, l.invoice_id, d.rev, d.status,
         CASE WHEN x.new_code IS NULL THEN l.content_key
              ELSE care_content(l.care_on, x.new_code, l.letter, l.coefficient, l.medicine_code, l.quantity) END AS care_key
  FROM claim_firm f
  CROSS JOIN LATERAL (SELECT * FROM claim_line l WHERE l.claim_line_id = f.claim_line_id OFFSET 0) l
  CROSS JOIN LATERAL (SELECT rev, status FROM claim_decision d WHERE d.claim_line_id = f.claim_line_id AND d.rev = f.rev OFFSET 0) d
  LEFT JOIN crosswalk_span x
    ON x.old_code = l.act_code AND x.valid_from <= l.care_on AND (x.next_from IS NULL OR x.next_from > l.care_on)
   AND (x.valid_to IS NULL OR x.valid_to > l.care_on)
  WHERE f.run_id = :run AND f.household_id > :after AND f.household_id <= :until
), merged AS MATERIALIZED (
  SELECT f.person_no AS former_no, k.person_no AS kept_no
  FROM standing_merge(:inputs) m
  JOIN person f ON f.person_id = m.person_id
  JOIN person k ON k.person_id = m.kept_id
), once AS (
  -- To whom a number ever belonged, and through whom.
  SELECT dropped_id AS person_id, kept_id FROM person_decision WHERE kind = 'MERGE' AND run_id = ANY (:inputs)
  UNION
  SELECT o.person_id, d.kept_id
  FROM once o JOIN person_decision d ON d.dropped_id = o.kept_id AND d.kind = 'MERGE' AND d.run_id = ANY (:inputs)
), apart AS MATERIALIZED (
  -- To whom it belonged, and does no more.
  SELECT o.person_id, k.person_no AS once_no
  FROM once o
  JOIN person k ON k.person_id = o.kept_id
  WHERE NOT EXISTS (SELECT FROM standing_merge(:inputs) m WHERE m.person_id = o.person_id AND m.kept_id = o.kept_id)
), consumed AS (
  -- What was taken under a number that is merged by now was taken by the person who was kept; what was taken under a number from which that
  -- of the line was taken apart since, by the line's own person, or household where a limit is one of households.
  SELECT f.household_id, f.claim_line_id,
         json_agg(json_build_array(c.limit_id, coalesce(k.key, c.key), c.on_date, c.quantity_milli, c.amount_minor) ORDER BY c.n) AS consumed
  FROM told f
  CROSS JOIN LATERAL (SELECT * FROM claim_consumption c WHERE c.claim_line_id = f.claim_line_id AND c.rev = f.rev OFFSET 0) c
  LEFT JOIN LATERAL (SELECT string_agg(coalesce(p.person_no, m.kept_no, part.no), '|' ORDER BY part.ordinality) AS key
                     FROM string_to_table(c.key, '|') WITH ORDINALITY part (no)
                     LEFT JOIN apart a ON a.person_id = f.own_id AND a.once_no = part.no
                     LEFT JOIN person p
                       ON a.once_no IS NOT NULL
                      AND p.person_id = CASE WHEN c.limit_id = ANY (:ofHousehold) THEN f.household_id ELSE f.kept_id END
                     LEFT JOIN merged m ON m.former_no = part.no) k
    ON EXISTS (SELECT FROM merged) OR EXISTS (SELECT FROM apart)
  GROUP BY f.household_id, f.claim_line_id
), firm_json AS (
  SELECT f.household_id,
         json_agg(json_build_array(f.claim_line_id, p.person_no, f.care_on, i.provider_no, i.invoice_no, f.care_key, f.status = 'REFUSED',
                                   coalesce(c.consumed, '[]'))
                  ORDER BY f.care_on, i.provider_no, i.invoice_no, f.claim_line_id)::text AS firm
  FROM told f
  JOIN person p ON p.person_id = f.kept_id
  JOIN invoice i USING (invoice_id)
  LEFT JOIN consumed c USING (household_id, claim_line_id)
  WHERE c.consumed IS NOT NULL OR (f.kept_id, f.care_key) IN (SELECT l.kept_id, l.care_key FROM known l)
  GROUP BY f.household_id
), agreement_span AS (
  SELECT n.household_id, n.kept_id, v.agreement_id, v.item, v.valid_from, v.approved_quantity, v.approved_unit_minor, v.status,
         least(v.valid_to, lead(v.valid_from) OVER (PARTITION BY n.household_id, v.agreement_id, v.item ORDER BY v.valid_from)) AS until
  FROM number n
  CROSS JOIN LATERAL (SELECT DISTINCT agreement_id FROM prior_agreement_version WHERE person_id = n.person_id OFFSET 0) g
  CROSS JOIN LATERAL (SELECT DISTINCT ON (item, valid_from) *
                      FROM prior_agreement_version v
                      WHERE v.agreement_id = g.agreement_id AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn)
                      ORDER BY item, valid_from, run_id DESC) v
  WHERE v.person_id = n.person_id
), agreement_json AS (
  SELECT s.household_id,
         json_agg(json_build_array(a.agreement_no, p.person_no, s.item, s.valid_from, s.until, s.status <> 'requested',
                                    CASE s.status WHEN 'refused' THEN 0 ELSE coalesce((s.approved_quantity * 1000)::bigint, -1) END,
                                    coalesce(s.approved_unit_minor, -1))
                  ORDER BY a.agreement_no, s.item, s.valid_from)::text AS agreements
  FROM agreement_span s
  JOIN prior_agreement a USING (agreement_id)
  JOIN person p ON p.person_id = s.kept_id
  GROUP BY s.household_id
), before AS (
  SELECT household_id,
         json_agg(json_build_array(claim_line_id, invoice_id, kind, rev, verdict_sha256)
                  ORDER BY claim_line_id)::text AS work
  FROM claim_work
  WHERE run_id = :run AND household_id > :after AND household_id <= :until
  GROUP BY household_id
)
SELECT b.household_id, p.person_no AS household_no, b.work, l.lines, r.reduced, m.members, f.firm, a.agreements
FROM before b
JOIN person p ON p.person_id = b.household_id
LEFT JOIN line_json l USING (household_id)
LEFT JOIN reduced_json r USING (household_id)
LEFT JOIN member_json m USING (household_id)
LEFT JOIN firm_json f USING (household_id)
LEFT JOIN agreement_json a USING (household_id)
ORDER BY b.household_id
