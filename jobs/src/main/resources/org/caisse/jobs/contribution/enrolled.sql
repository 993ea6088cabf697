-- People who contribute without an employer, counted on the first day of the month, against what is posted for them. Whoever never was
-- in a population of their own is left out before versions are put in order: that is nearly everyone.
WITH version AS (
  SELECT DISTINCT ON (person_id) person_id, population, ogd_no, valid_to
  FROM person_version
  WHERE run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn) AND valid_from <= :period
    AND person_id IN (SELECT person_id FROM person_version WHERE population <> '')
  ORDER BY person_id, valid_from DESC, run_id DESC
), enrolled AS MATERIALIZED (
  SELECT person_id, population, ogd_no FROM version WHERE population <> '' AND (valid_to IS NULL OR valid_to > :period)
), merged AS MATERIALIZED (
  SELECT person_id, kept_id FROM standing_merge(:inputs)
), again AS (
  -- One person who is enrolled under several numbers is counted once: under the number that was kept, else the lowest.
  SELECT m.person_id
  FROM merged m JOIN enrolled e USING (person_id) JOIN person p USING (person_id)
  WHERE EXISTS (SELECT FROM enrolled k WHERE k.person_id = m.kept_id)
     OR EXISTS (SELECT FROM merged o JOIN enrolled USING (person_id) JOIN person q USING (person_id)
                WHERE o.kept_id = m.kept_id AND q.person_no < p.person_no)
), member AS (
  SELECT person_id, population, ogd_no FROM enrolled WHERE person_id NOT IN (SELECT person_id FROM again)
), posted AS (
  SELECT person_id, max(rev) AS rev, sum(base_minor) AS base_minor, sum(employer_minor) AS employer_minor,
         sum(insured_minor) AS insured_minor, sum(state_minor) AS state_minor,
         (array_agg(population ORDER BY rev DESC))[1] AS population, (array_agg(ogd_no ORDER BY rev DESC))[1] AS ogd_no
  FROM assessment
  WHERE period = :period AND employer_id IS NULL AND run_id <> :run
  GROUP BY person_id
), entry AS (
  -- The last entry of each OGD, component and payer: it stands unless it is itself a reversal.
  SELECT DISTINCT ON (debtor_id, ogd_no, component, payer) debtor_id, ogd_no, component, payer, rev, reverses, amount_minor
  FROM ledger_entry
  WHERE value_period = :period AND debtor = 'PERSON' AND run_id <> :run
  ORDER BY debtor_id, ogd_no, component, payer, rev DESC
), owed AS (
  SELECT debtor_id AS person_id, max(rev) AS last_entry_rev,
         string_agg(concat_ws('|', ogd_no, component, payer, rev, amount_minor), ';' ORDER BY rev)
           FILTER (WHERE reverses IS NULL) AS owed
  FROM entry
  GROUP BY debtor_id
)
SELECT 0 AS employer_id, person_id, '' AS employer_no, p.person_no,
       coalesce(m.population, o.population) AS population, coalesce(m.ogd_no, o.ogd_no) AS ogd_no,
       m.person_id IS NOT NULL AS due, 0 AS pay_minor,
       coalesce(o.base_minor, 0) AS posted_base_minor, coalesce(o.employer_minor, 0) AS posted_employer_minor,
       coalesce(o.insured_minor, 0) AS posted_insured_minor, coalesce(o.state_minor, 0) AS posted_state_minor,
       coalesce(o.rev, -1) AS last_rev, w.owed, coalesce(w.last_entry_rev, 0) AS last_entry_rev
FROM member m
FULL JOIN posted o USING (person_id)
LEFT JOIN owed w USING (person_id)
JOIN person p USING (person_id)
WHERE :after1 < 0 OR person_id > :after2
ORDER BY person_id
