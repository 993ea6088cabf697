-- Employers of the month, as the frozen runs know them, with the declarations that count and those that were posted last. What came
-- in a withdrawn file does not count, nor does what completes it. An employer whom only withdrawn files of the registry know is there while
-- something of it is declared or posted, as it was known last: that it was accepted stands, as after any later correction of the registry. One
-- that stands in for what it repeated has no sums of its own: it is assessed anew.
WITH version AS (
  SELECT DISTINCT ON (employer_id) employer_id, population, ogd_no, valid_from, valid_to, file_id = ANY (:withdrawn) AS withdrawn
  FROM employer_version
  WHERE run_id = ANY (:inputs) AND valid_from < :next
  ORDER BY employer_id, file_id = ANY (:withdrawn), valid_from DESC, run_id DESC
), base AS (
  SELECT DISTINCT ON (employer_id) employer_id, declaration_id, CASE status WHEN 'FILED' THEN terms_key ELSE status END AS terms_key,
         min(received_on) OVER (PARTITION BY employer_id) AS first_filed
  FROM standing_declaration(:period, :inputs, :withdrawn)
  WHERE kind NOT IN ('COMPLEMENT', 'DIFFERENTIAL', 'CORRECTION')
  ORDER BY employer_id, sender_seq DESC, declaration_id
), completing AS (
  -- Numbered over all runs: a number that is missing among those that count is a declaration on top of which others were judged.
  SELECT employer_id, declaration_id, completes_id, terms_key, run_id, file_id,
         row_number() OVER (PARTITION BY completes_id ORDER BY filed_before) AS nth
  FROM declaration
  WHERE period = :period AND status = 'FILED' AND completes_id IS NOT NULL
), counting AS (
  SELECT employer_id, declaration_id, terms_key, 0 AS nth FROM base
  UNION ALL
  SELECT c.employer_id, c.declaration_id, c.terms_key, c.nth
  FROM completing c JOIN base b ON b.declaration_id = c.completes_id
  WHERE c.run_id = ANY (:inputs) AND c.file_id <> ALL (:withdrawn)
), last AS (
  SELECT employer_id, max(base_rev) AS base_rev
  FROM declaration_posting
  WHERE period = :period AND run_id <> :run
  GROUP BY employer_id
), posted AS (
  SELECT p.employer_id, p.declaration_id, p.rev, p.terms_key, p.as_read, p.rev = p.base_rev AS is_base, p.base_rev
  FROM declaration_posting p JOIN last USING (employer_id, base_rev)
  WHERE p.period = :period AND p.run_id <> :run
), both_sides AS (
  SELECT employer_id,
         array_agg(c.declaration_id ORDER BY c.nth) FILTER (WHERE c.nth IS NOT NULL)                     AS counting,
         array_agg(c.declaration_id ORDER BY c.nth) FILTER (WHERE c.nth IS NOT NULL AND p.rev IS NULL)   AS added,
         CASE WHEN min(c.terms_key) = max(c.terms_key) THEN min(c.terms_key) END                         AS read_under,
         coalesce(max(c.nth) >= count(c.nth), false)                                                     AS gap,
         max(p.declaration_id) FILTER (WHERE p.is_base)                                                  AS posted_id,
         coalesce(bool_or(p.declaration_id IS NOT NULL AND c.nth IS NULL), false)                        AS lost,
         bool_and(p.as_read) FILTER (WHERE p.rev IS NOT NULL)                                            AS posted_as_read,
         max(p.terms_key) AS posted_under, max(p.rev) AS posted_rev, max(p.base_rev) AS posted_base_rev
  FROM counting c FULL JOIN posted p USING (employer_id, declaration_id)
  GROUP BY employer_id
)
SELECT v.employer_id, e.employer_no, v.population, v.ogd_no, v.valid_from, v.valid_to, b.first_filed,
       coalesce(s.counting, '{}') AS counting, coalesce(s.added, '{}') AS added, coalesce(s.read_under, '') AS read_under,
       coalesce(s.gap, false) AS gap, coalesce(s.posted_id, 0) AS posted_id, coalesce(s.lost, false) AS lost,
       coalesce(s.posted_as_read, false) AS posted_as_read, coalesce(s.posted_under, '') AS posted_under,
       coalesce(s.posted_rev, 0) AS posted_rev, coalesce(s.posted_base_rev, 0) AS posted_base_rev
FROM version v
JOIN employer e USING (employer_id)
LEFT JOIN base b USING (employer_id)
LEFT JOIN both_sides s USING (employer_id)
WHERE ((NOT v.withdrawn AND (v.valid_to IS NULL OR v.valid_to > :period)) OR s.employer_id IS NOT NULL)
  AND v.employer_id > :after
ORDER BY v.employer_id
