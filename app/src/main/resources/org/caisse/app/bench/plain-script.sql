-- A contribution month as a script that a good engineer would write for this one scheme: load the file, join, compute, key, sum.
-- Amounts are in whole F CFA. Floor, ceiling and rates are those of the demonstration (salaried 2.5 + 2.5 %, pensioners 2 %).

SET LOCAL work_mem = '256MB';
SET LOCAL maintenance_work_mem = '256MB';

CREATE TABLE plain_line (
  record   text COLLATE "C",
  employer text COLLATE "C",
  period   text COLLATE "C",
  kind     text COLLATE "C",
  sequence text COLLATE "C",
  count    text COLLATE "C",
  person   text COLLATE "C",
  name     text COLLATE "C",
  entry    text COLLATE "C",
  exit     text COLLATE "C",
  days     text COLLATE "C",
  gross    text COLLATE "C"
);

COPY plain_line FROM STDIN (FORMAT csv, DELIMITER ';', HEADER);

ANALYZE plain_line (record, employer, period, person);

CREATE TABLE plain_rate (population text COLLATE "C" PRIMARY KEY, employer_permille integer NOT NULL, insured_permille integer NOT NULL);

INSERT INTO plain_rate VALUES ('salaried_private', 25, 25), ('salaried_public', 25, 25), ('pensioner', 0, 20);

CREATE TABLE plain_contribution (
  employer_id    bigint NOT NULL,
  person_id      bigint NOT NULL,
  period         date   NOT NULL,
  pay_minor      bigint NOT NULL,
  base_minor     bigint NOT NULL,
  employer_minor bigint NOT NULL,
  insured_minor  bigint NOT NULL
);

-- One row per employer and person: spells are added up before floor and ceiling, each payer's share is rounded half up.
INSERT INTO plain_contribution
SELECT e.employer_id, p.person_id, DATE '2026-02-01', d.pay_minor, b.base_minor,
       (b.base_minor * r.employer_permille + 500) / 1000,
       (b.base_minor * r.insured_permille + 500) / 1000
FROM (SELECT employer, person, sum(gross::bigint)::bigint AS pay_minor
      FROM plain_line WHERE record = 'L' AND period = '2026-02' GROUP BY employer, person) d
JOIN employer e ON e.employer_no = d.employer
JOIN employer_version ev ON ev.employer_id = e.employer_id
                        AND ev.valid_from < DATE '2026-03-01' AND (ev.valid_to IS NULL OR ev.valid_to > DATE '2026-02-01')
JOIN plain_rate r ON r.population = ev.population
JOIN person p ON p.person_no = d.person
JOIN person_version pv ON pv.person_id = p.person_id
                      AND pv.valid_from < DATE '2026-03-01' AND (pv.valid_to IS NULL OR pv.valid_to > DATE '2026-02-01')
CROSS JOIN LATERAL (SELECT least(greatest(d.pay_minor, 45000), 3000000) AS base_minor) b;

ALTER TABLE plain_contribution ADD PRIMARY KEY (employer_id, person_id, period);

CREATE TABLE plain_employer (
  employer_id    bigint PRIMARY KEY,
  persons        bigint NOT NULL,
  base_minor     bigint NOT NULL,
  employer_minor bigint NOT NULL,
  insured_minor  bigint NOT NULL
);

INSERT INTO plain_employer
SELECT employer_id, count(*), sum(base_minor), sum(employer_minor), sum(insured_minor)
FROM plain_contribution
GROUP BY employer_id;
