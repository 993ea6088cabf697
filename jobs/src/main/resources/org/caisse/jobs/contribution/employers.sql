-- Each employer of the run's plan: the sum of its posted contributions (as read, plus what was assessed anew), the ledger entries
-- that stand, and what the last run wrote of it.
WITH as_read AS (
  SELECT p.employer_id, sum(d.persons) AS persons, sum(d.base_minor) AS base_minor, sum(d.employer_minor) AS employer_minor,
         sum(d.insured_minor) AS insured_minor, sum(d.state_minor) AS state_minor
  FROM declaration_posting p JOIN declaration d USING (declaration_id)
  WHERE p.period = :period AND p.as_read
  GROUP BY p.employer_id
), corrected AS (
  SELECT employer_id, sum(CASE WHEN reverses IS NULL THEN 1 ELSE -1 END) AS persons, sum(base_minor) AS base_minor,
         sum(employer_minor) AS employer_minor, sum(insured_minor) AS insured_minor, sum(state_minor) AS state_minor
  FROM assessment
  WHERE period = :period AND employer_id IS NOT NULL
  GROUP BY employer_id
), entry AS (
  -- The last entry of each OGD, component and payer: it stands unless it is itself a reversal.
  SELECT DISTINCT ON (debtor_id, ogd_no, component, payer) debtor_id, ogd_no, component, payer, rev, reverses, amount_minor
  FROM ledger_entry
  WHERE value_period = :period AND debtor = 'EMPLOYER' AND run_id <> :run
  ORDER BY debtor_id, ogd_no, component, payer, rev DESC
), posted AS (
  SELECT debtor_id AS employer_id, max(rev) AS last_rev,
         string_agg(concat_ws('|', ogd_no, component, payer, rev, amount_minor), ';' ORDER BY rev)
           FILTER (WHERE reverses IS NULL) AS posted
  FROM entry
  GROUP BY debtor_id
), last AS (
  SELECT DISTINCT ON (employer_id) employer_id,
         concat_ws('|', state, coalesce(declaration_id, 0), population, ogd_no, persons, base_minor, employer_minor, insured_minor,
                   state_minor, surcharge_minor, penalty_minor, due, default_of) AS last
  FROM employer_assessment
  WHERE period = :period AND run_id <> :run
  ORDER BY employer_id, run_id DESC
), defaulted AS (
  SELECT DISTINCT employer_id FROM employer_assessment WHERE period = :period AND state = 'DEFAULT' AND run_id <> :run
), counted_on AS (
  -- The day on which the law counts the persons on whose number the due day depends.
  SELECT employer_id, CASE WHEN population = ANY (:by_year) THEN date_trunc('year', CAST(:period AS date))::date
                           WHEN population = ANY (:by_quarter) THEN date_trunc('quarter', CAST(:period AS date))::date END AS day
  FROM employer_standing
  WHERE run_id = :run AND (population = ANY (:by_year) OR population = ANY (:by_quarter))
), head_base AS (
  SELECT DISTINCT ON (o.day, d.employer_id) o.day, d.employer_id, d.declaration_id
  FROM (SELECT DISTINCT day FROM counted_on) o
  CROSS JOIN LATERAL standing_declaration(o.day, :inputs, :withdrawn) d
  WHERE d.kind NOT IN ('COMPLEMENT', 'DIFFERENTIAL', 'CORRECTION')
  ORDER BY o.day, d.employer_id, d.sender_seq DESC, d.declaration_id
), head_counting AS (
  SELECT day, employer_id, declaration_id FROM head_base
  UNION ALL
  SELECT b.day, b.employer_id, c.declaration_id
  FROM head_base b JOIN declaration c ON c.completes_id = b.declaration_id
  WHERE c.status = 'FILED' AND c.run_id = ANY (:inputs) AND c.file_id <> ALL (:withdrawn)
), headcount AS (
  -- Persons with a spell on that day, in what the employer declared for its month; of who declared nothing for it nothing is known.
  SELECT o.employer_id, count(DISTINCT l.person_id) FILTER (WHERE l.from_day = 1) AS persons
  FROM counted_on o
  JOIN head_counting h USING (employer_id, day)
  LEFT JOIN declaration_line l ON l.declaration_id = h.declaration_id AND l.period = h.day
  GROUP BY o.employer_id
), known AS (
  -- The runs that had completed when this one began: a restart finds the same.
  SELECT run_id FROM manifest
  WHERE seq <= (SELECT m.seq FROM run r JOIN manifest m ON m.chain_sha256 = r.head_sha256 WHERE r.run_id = :run)
), history AS (
  -- What stands of each earlier month of those who have filed nothing. One pass over the table, which grows while this is read:
  -- a scan of it per employer, planned while it was empty, took 14 s of 50,000 employers.
  SELECT DISTINCT ON (employer_id, period) employer_id, period, state, employer_minor, insured_minor, state_minor
  FROM employer_assessment
  WHERE period < :period AND run_id IN (SELECT run_id FROM known)
    AND employer_id IN (SELECT employer_id FROM employer_standing WHERE run_id = :run AND first_filed IS NULL)
  ORDER BY employer_id, period DESC, run_id DESC
), taken_on AS (
  SELECT DISTINCT ON (section) run_id FROM take_on WHERE NOT refused AND run_id IN (SELECT run_id FROM known) ORDER BY section, run_id DESC
), earlier AS (
  -- What an old system had of those months; a month that was taken on itself is not assessed again.
  SELECT c.employer_id, c.period, sum(c.employer_minor) AS employer_minor, sum(c.insured_minor) AS insured_minor, sum(c.state_minor) AS state_minor
  FROM earlier_contribution c
  WHERE c.period < :period AND c.run_id IN (SELECT run_id FROM taken_on)
    AND c.employer_id IN (SELECT employer_id FROM employer_standing WHERE run_id = :run AND first_filed IS NULL)
    AND NOT EXISTS (SELECT FROM earlier_contribution t
                    WHERE t.employer_id = c.employer_id AND t.period = :period AND t.run_id IN (SELECT run_id FROM taken_on))
    AND NOT EXISTS (SELECT FROM opening_debt t
                    WHERE t.employer_id = c.employer_id AND t.period = :period AND t.run_id IN (SELECT run_id FROM taken_on))
  GROUP BY c.employer_id, c.period
  HAVING sum(c.employer_minor) + sum(c.insured_minor) > 0
), last_declared AS (
  SELECT DISTINCT ON (employer_id) *
  FROM (SELECT employer_id, period, 0 AS rank, employer_minor, insured_minor, state_minor
        FROM history
        WHERE state = 'DECLARED' AND employer_minor + insured_minor > 0
        UNION ALL
        SELECT employer_id, period, 1, employer_minor::bigint, insured_minor::bigint, coalesce(state_minor, 0)::bigint FROM earlier) h
  ORDER BY employer_id, period DESC, rank
)
SELECT s.employer_id, e.employer_no, s.population, s.ogd_no, s.valid_from, s.valid_to, s.first_filed,
       coalesce(s.declaration_id, 0) AS declaration_id,
       coalesce(d.kind = 'NIL', false) AND coalesce(a.persons, 0) + coalesce(c.persons, 0) = 0 AS nil,
       coalesce(a.persons, 0) + coalesce(c.persons, 0) AS persons,
       coalesce(a.base_minor, 0) + coalesce(c.base_minor, 0) AS base_minor,
       coalesce(a.employer_minor, 0) + coalesce(c.employer_minor, 0) AS employer_minor,
       coalesce(a.insured_minor, 0) + coalesce(c.insured_minor, 0) AS insured_minor,
       coalesce(a.state_minor, 0) + coalesce(c.state_minor, 0) AS state_minor,
       p.posted, coalesce(p.last_rev, 0) AS last_rev, l.last,
       h.period AS last_period, h.employer_minor AS last_employer_minor, h.insured_minor AS last_insured_minor, h.state_minor AS last_state_minor,
       coalesce(hc.persons, -1) AS headcount,
       EXISTS (SELECT FROM defaulted f WHERE f.employer_id = s.employer_id) AS defaulted
FROM employer_standing s
JOIN employer e USING (employer_id)
LEFT JOIN (SELECT declaration_id, kind FROM declaration WHERE period = :period) d ON d.declaration_id = s.declaration_id
LEFT JOIN as_read a USING (employer_id)
LEFT JOIN corrected c USING (employer_id)
LEFT JOIN posted p USING (employer_id)
LEFT JOIN last l USING (employer_id)
LEFT JOIN last_declared h USING (employer_id)
LEFT JOIN headcount hc USING (employer_id)
WHERE s.run_id = :run AND s.employer_id > :after
ORDER BY s.employer_id
