-- What stands for a month: employers by delegated body and population, then people without employer, then everything.
WITH latest AS (
  SELECT DISTINCT ON (employer_id) * FROM employer_assessment WHERE period = :period ORDER BY employer_id, run_id DESC
), enrolled AS (
  SELECT (array_agg(ogd_no ORDER BY rev DESC))[1] AS ogd_no, (array_agg(population ORDER BY rev DESC))[1] AS population,
         sum(employer_minor) AS employer_minor, sum(insured_minor) AS insured_minor, sum(state_minor) AS state_minor
  FROM assessment WHERE period = :period AND employer_id IS NULL GROUP BY person_id
), line AS (
  SELECT ogd_no, population, count(*) FILTER (WHERE state = 'DECLARED') AS declared, count(*) FILTER (WHERE state = 'NIL') AS nil,
         count(*) FILTER (WHERE state IN ('MISSING', 'DEFAULT')) AS missing, sum(persons) AS persons, sum(employer_minor) AS employer,
         sum(insured_minor) AS insured, sum(state_minor) AS state, sum(surcharge_minor) AS surcharge
  FROM latest GROUP BY ogd_no, population
  UNION ALL
  SELECT ogd_no, population, 0, 0, 0, count(*) FILTER (WHERE employer_minor + insured_minor + state_minor <> 0), sum(employer_minor),
         sum(insured_minor), sum(state_minor), 0
  FROM enrolled GROUP BY ogd_no, population
)
SELECT coalesce(ogd_no, 'total') AS ogd, coalesce(population, '') AS population, sum(declared)::bigint AS declared,
       sum(nil)::bigint AS nil, sum(missing)::bigint AS missing, sum(persons)::bigint AS persons, sum(employer)::bigint AS employer,
       sum(insured)::bigint AS insured, sum(state)::bigint AS state, sum(surcharge)::bigint AS surcharge,
       sum(employer + insured + state + surcharge)::bigint AS total
FROM line
GROUP BY GROUPING SETS ((ogd_no, population), ())
ORDER BY grouping(ogd_no), ogd_no COLLATE "C", population COLLATE "C"
