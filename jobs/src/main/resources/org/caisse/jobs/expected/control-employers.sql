-- Employers of the month, with whether they filed anything and what the run found to be expected of those that did not.
WITH active AS (
  SELECT * FROM (
    SELECT DISTINCT ON (employer_id) employer_id, population, ogd_no, valid_to
    FROM employer_version
    WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn) AND valid_from < :next
    ORDER BY employer_id, valid_from DESC, run_id DESC) v
  WHERE valid_to IS NULL OR valid_to > :period
), filed AS (
  SELECT DISTINCT employer_id FROM standing_declaration(:period, :inputs, :withdrawn)
), expected AS (
  SELECT employer_no, count(*) AS persons, sum(missing_minor) AS missing_minor
  FROM control_finding
  WHERE run_id = :run AND finding = 'EMPLOYER_SILENT'
  GROUP BY employer_no
)
SELECT a.employer_id, e.employer_no, a.population, a.ogd_no, f.employer_id IS NOT NULL AS filed, coalesce(x.persons, 0)::integer AS expected,
       coalesce(x.missing_minor, 0)::bigint AS missing_minor
FROM active a
JOIN employer e USING (employer_id)
LEFT JOIN filed f USING (employer_id)
LEFT JOIN expected x USING (employer_no)
WHERE a.employer_id > :after
ORDER BY a.employer_id
