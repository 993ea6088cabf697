-- Delegated bodies of the month, and those that closed but from which something of the month still comes.
SELECT ogd_no, name
FROM (SELECT DISTINCT ON (o.ogd_no) o.ogd_no, v.name, v.valid_to
      FROM ogd o JOIN ogd_version v USING (ogd_id)
      WHERE v.run_id = ANY (:inputs) AND v.valid_from < :next
      ORDER BY o.ogd_no, v.valid_from DESC, v.run_id DESC) o
WHERE valid_to IS NULL OR valid_to > :period
   OR ogd_no IN (SELECT ogd_no FROM employer_assessment WHERE period = :period)
   OR ogd_no IN (SELECT ogd_no FROM assessment WHERE period = :period)
ORDER BY ogd_no
