SELECT population, count(*) FILTER (WHERE net) AS persons, sum(employer_minor) AS employer_minor, sum(insured_minor) AS insured_minor,
       sum(state_minor) AS state_minor
FROM (SELECT person_id, (array_agg(population ORDER BY rev DESC))[1] AS population, (array_agg(ogd_no ORDER BY rev DESC))[1] AS ogd_no,
             sum(employer_minor) AS employer_minor, sum(insured_minor) AS insured_minor, sum(state_minor) AS state_minor,
             sum(employer_minor + insured_minor + state_minor) <> 0 AS net
      FROM assessment WHERE period = :period AND employer_id IS NULL GROUP BY person_id) a
WHERE ogd_no = :ogd
GROUP BY population
ORDER BY population COLLATE "C"
