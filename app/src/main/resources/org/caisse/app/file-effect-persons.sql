-- What runs posted for the persons without employer whom a file of the registry names.
WITH named AS (
  SELECT DISTINCT person_id FROM person_version WHERE file_id = :file AND population <> ''
), assessed AS (
  SELECT a.* FROM assessment a JOIN named USING (person_id) WHERE a.employer_id IS NULL
), amount AS (
  SELECT run_id, period, s.payer, sum(greatest(s.minor, 0))::bigint AS posted_minor, sum(greatest(-s.minor, 0))::bigint AS reversed_minor
  FROM assessed, LATERAL (VALUES ('EMPLOYER', employer_minor), ('INSURED', insured_minor), ('STATE', state_minor)) s (payer, minor)
  WHERE s.minor <> 0
  GROUP BY run_id, period, s.payer
)
SELECT 'PERSONS' AS what, run_id, r.scope || '/' || r.job || '-' || r.seq AS run, r.status, r.business_date::text AS day,
       to_char(period, 'YYYY-MM') AS period, p.persons, 'CONTRIBUTION' AS component, a.payer, a.posted_minor, a.reversed_minor
FROM amount a
JOIN (SELECT run_id, period, count(DISTINCT person_id) AS persons FROM assessed GROUP BY run_id, period) p USING (run_id, period)
JOIN run r USING (run_id)
ORDER BY run_id, period, a.payer
