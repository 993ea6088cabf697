-- The delegated bodies that this run writes to, with their names in the month.
SELECT d.ogd_no, v.name, d.number
FROM document_range r
JOIN document d ON (d.series, d.year) = (r.series, r.year) AND d.number BETWEEN r.first AND r.last
CROSS JOIN LATERAL (
  SELECT v.name FROM ogd o JOIN ogd_version v USING (ogd_id)
  WHERE o.ogd_no = d.ogd_no AND v.run_id = ANY (:inputs) AND v.valid_from < :next
  ORDER BY v.file_id = ANY (:withdrawn), v.valid_from DESC, v.run_id DESC LIMIT 1) v
WHERE r.run_id = :run AND r.series = 'OGD'
ORDER BY d.number
