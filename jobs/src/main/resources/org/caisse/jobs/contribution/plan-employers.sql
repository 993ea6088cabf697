-- Employers of the month, as the frozen runs know them, with the declaration that counts and the one that was posted last. What came
-- in a withdrawn file does not count. An employer whom only withdrawn files of the registry know is there while something of it is declared
-- or posted, as it was known last: that it was accepted stands, as after any later correction of the registry. One that stands in for what it
-- repeated has no sums of its own: it is assessed anew.
WITH version AS (
  SELECT DISTINCT ON (employer_id) employer_id, population, ogd_no, valid_from, valid_to, file_id = ANY (:withdrawn) AS withdrawn
  FROM employer_version
  WHERE run_id = ANY (:inputs) AND valid_from < :next
  ORDER BY employer_id, file_id = ANY (:withdrawn), valid_from DESC, run_id DESC
), filed AS (
  SELECT DISTINCT ON (employer_id) employer_id, declaration_id, CASE status WHEN 'FILED' THEN terms_key ELSE status END AS terms_key,
         min(received_on) OVER (PARTITION BY employer_id) AS first_filed
  FROM standing_declaration(:period, :inputs, :withdrawn)
  ORDER BY employer_id, sender_seq DESC, declaration_id
), posted AS (
  SELECT DISTINCT ON (employer_id) employer_id, declaration_id, terms_key, rev
  FROM declaration_posting
  WHERE period = :period AND run_id <> :run
  ORDER BY employer_id, rev DESC
)
SELECT v.employer_id, e.employer_no, v.population, v.ogd_no, v.valid_from, v.valid_to,
       coalesce(f.declaration_id, 0) AS declaration_id, f.first_filed, coalesce(f.terms_key, '') AS read_under,
       coalesce(p.declaration_id, 0) AS posted_id, coalesce(p.terms_key, '') AS posted_under, coalesce(p.rev, 0) AS posted_rev
FROM version v
JOIN employer e USING (employer_id)
LEFT JOIN filed f USING (employer_id)
LEFT JOIN posted p USING (employer_id)
WHERE ((NOT v.withdrawn AND (v.valid_to IS NULL OR v.valid_to > :period)) OR f.employer_id IS NOT NULL OR p.employer_id IS NOT NULL)
  AND v.employer_id > :after
ORDER BY v.employer_id
