SELECT count(*) AS employers, sum(persons) AS persons, sum(base_minor) AS base_minor, sum(employer_minor) AS employer_minor,
       sum(insured_minor) AS insured_minor,
       md5(string_agg(concat_ws('|', employer_id, persons, base_minor, employer_minor, insured_minor), ';' ORDER BY employer_id)) AS each_one
FROM employer_assessment
WHERE persons > 0
