SELECT DISTINCT ON (o.ogd_no) o.ogd_no, v.name
FROM ogd o JOIN ogd_version v USING (ogd_id)
WHERE v.run_id = ANY (:inputs) AND v.valid_from < :next AND (v.valid_to IS NULL OR v.valid_to > :period)
ORDER BY o.ogd_no, v.valid_from DESC, v.run_id DESC
