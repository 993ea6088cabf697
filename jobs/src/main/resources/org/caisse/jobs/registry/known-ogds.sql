SELECT ogd_no
FROM ogd k
WHERE EXISTS (SELECT FROM ogd_version v WHERE v.ogd_id = k.ogd_id AND v.file_id <> ALL (:withdrawn))
