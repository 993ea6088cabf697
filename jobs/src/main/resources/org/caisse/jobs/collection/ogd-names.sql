-- Names of those through whom debts are owed; none for care of closed days.
SELECT ogd_no, name
FROM (SELECT DISTINCT ON (o.ogd_no) o.ogd_no, v.name
      FROM ogd o JOIN ogd_version v USING (ogd_id)
      WHERE v.run_id < :run
      ORDER BY o.ogd_no, v.valid_from DESC, v.run_id DESC) b
UNION
SELECT ogd_no, NULL FROM collection_step WHERE run_id = :run AND ogd_no LIKE 'care:%'
