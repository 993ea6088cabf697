SELECT DISTINCT ON (o.ogd_no) o.ogd_no, v.name
FROM ogd o JOIN ogd_version v USING (ogd_id)
WHERE v.run_id < :run
ORDER BY o.ogd_no, v.valid_from DESC, v.run_id DESC
