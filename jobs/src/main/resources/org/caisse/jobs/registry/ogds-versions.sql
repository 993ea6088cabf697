-- A version where nothing is known from that day on, or something else is, to the completed runs that this one reads.
INSERT INTO ogd_version (ogd_id, valid_from, run_id, file_id, line_no, name, valid_to)
SELECT k.ogd_id, i.valid_from, :run, i.file_id, i.line_no, i.name, i.valid_to
FROM incoming i
JOIN ogd k ON k.ogd_no = i.number
LEFT JOIN LATERAL (
  SELECT v.name, v.valid_to FROM ogd_version v
  WHERE v.ogd_id = k.ogd_id AND v.valid_from = i.valid_from
    AND v.file_id <> ALL (:withdrawn)
    AND (v.run_id = :run OR v.run_id = ANY (:inputs))
  ORDER BY v.run_id DESC LIMIT 1) last ON true
WHERE (last.name, last.valid_to) IS DISTINCT FROM (i.name, i.valid_to) OR last.name IS NULL
