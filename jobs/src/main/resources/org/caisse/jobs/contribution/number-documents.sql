-- Numbers the documents of an assessment: who is told what, in the order of their numbers.
WITH shown AS (
  -- Employers whose month changed in this run; that a declaration is missing is said once, by the first run after the due day.
  SELECT a.employer_id, a.state FROM employer_assessment a
  WHERE a.run_id = :run AND a.period = :period AND (a.state <> 'MISSING' OR a.due < :date)
  UNION ALL
  SELECT a.employer_id, a.state
  FROM (SELECT DISTINCT ON (employer_id) * FROM employer_assessment
        WHERE period = :period AND run_id <= :run ORDER BY employer_id, run_id DESC) a
  WHERE a.state = 'MISSING' AND a.run_id < :run AND a.due < :date
    AND NOT EXISTS (SELECT FROM run r JOIN run this ON this.run_id = :run
                    WHERE r.job = this.job AND r.scope = this.scope AND r.seq < this.seq AND r.business_date > a.due)
), employers AS (
  SELECT employer_id, employer_no, state FROM shown JOIN employer USING (employer_id)
), wanted AS (
  SELECT CASE state WHEN 'MISSING' THEN 'RAPPEL' ELSE 'AVIS' END AS series, employer_no AS no, employer_id, NULL AS ogd_no
  FROM employers
  UNION ALL
  -- Whoever never declared has no account yet.
  SELECT 'RELEVE', employer_no, employer_id, NULL
  FROM employers e
  WHERE state <> 'MISSING'
     OR EXISTS (SELECT FROM ledger_entry l
                WHERE l.value_period = :period AND l.debtor = 'EMPLOYER' AND l.debtor_id = e.employer_id AND l.run_id <= :run)
  UNION ALL
  -- Delegated bodies of the month, and those that closed, or whose file was withdrawn, but from which something of the month still comes.
  SELECT 'OGD', ogd_no, NULL, ogd_no
  FROM (SELECT DISTINCT ON (o.ogd_no) o.ogd_no, v.valid_to, v.file_id = ANY (:withdrawn) AS withdrawn
        FROM ogd o JOIN ogd_version v USING (ogd_id)
        WHERE v.run_id = ANY (:inputs) AND v.valid_from < :next
        ORDER BY o.ogd_no, v.file_id = ANY (:withdrawn), v.valid_from DESC, v.run_id DESC) o
  WHERE (NOT withdrawn AND (valid_to IS NULL OR valid_to > :period))
     OR ogd_no IN (SELECT ogd_no FROM employer_assessment WHERE period = :period)
     OR ogd_no IN (SELECT ogd_no FROM assessment WHERE period = :period)
  UNION ALL
  SELECT 'ETAT', '', NULL, NULL
), taken AS (
  SELECT series, take_document_numbers(series, :year, count(*)::integer, :run) AS first FROM wanted GROUP BY series
)
INSERT INTO document (series, year, number, run_id, period, employer_id, ogd_no)
SELECT w.series, :year, t.first - 1 + row_number() OVER (PARTITION BY w.series ORDER BY w.no COLLATE "C"), :run, :period,
       w.employer_id, w.ogd_no
FROM wanted w JOIN taken t USING (series)
