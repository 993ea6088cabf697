SELECT (SELECT count(*) FROM ogd_version WHERE file_id = :file) + (SELECT count(*) FROM employer_version WHERE file_id = :file)
       + (SELECT count(*) FROM person_version WHERE file_id = :file)
