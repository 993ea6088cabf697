-- A version where nothing is known from that day on, or something else is, to the completed runs that this one reads.
INSERT INTO {versions} ({ids}valid_from, run_id, file_id, line_no, {columns}valid_to)
SELECT {id_values}i.valid_from, :run, :file, i.line_no, {values}i.valid_to
FROM incoming i
{joins}
LEFT JOIN LATERAL (
  SELECT v.*, true AS found FROM {versions} v
  WHERE {same_key} AND v.valid_from = i.valid_from
    AND v.file_id <> ALL (:withdrawn)
    AND (v.run_id = :run OR v.run_id = ANY (:inputs))
  ORDER BY v.run_id DESC LIMIT 1) last ON true
WHERE last.found IS NULL OR ({known}) IS DISTINCT FROM ({new})
ORDER BY i.line_no
