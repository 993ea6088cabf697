-- Per delegated body and finding: employers, persons, contributions missing; silent employers of whom nobody is expected have a row of
-- their own. The last row is the sum.
WITH part AS (
  SELECT ogd_no, finding, count(DISTINCT employer_no) AS employers, count(*) AS persons, sum(missing_minor)::bigint AS missing_minor
  FROM control_finding
  WHERE run_id = :run
  GROUP BY ogd_no, finding
  UNION ALL
  SELECT ogd_no, 'SILENT_UNKNOWN', count(*), 0, 0
  FROM silent_employer
  WHERE run_id = :run AND expected = 0
  GROUP BY ogd_no
)
SELECT ogd_no, finding, employers, persons, missing_minor, false AS total FROM part
UNION ALL
SELECT '', '', coalesce(sum(employers), 0), coalesce(sum(persons), 0), coalesce(sum(missing_minor), 0)::bigint, true FROM part
ORDER BY total, ogd_no, finding
