SELECT ogd_no
FROM ogd k
WHERE EXISTS (SELECT FROM ogd_version v
              WHERE v.ogd_id = k.ogd_id
                AND v.file_id <> ALL (:withdrawn)
                AND (v.run_id = :run OR v.run_id = ANY (:inputs)))
