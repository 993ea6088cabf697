SELECT ogd_no, population, count(*) AS persons, sum(state_minor) AS state_minor
FROM (SELECT person_id, (array_agg(population ORDER BY rev DESC))[1] AS population, (array_agg(ogd_no ORDER BY rev DESC))[1] AS ogd_no,
             sum(state_minor) AS state_minor
      FROM assessment WHERE period = :period AND employer_id IS NULL GROUP BY person_id) a
WHERE state_minor <> 0
GROUP BY ogd_no, population
ORDER BY ogd_no COLLATE "C", population COLLATE "C"
