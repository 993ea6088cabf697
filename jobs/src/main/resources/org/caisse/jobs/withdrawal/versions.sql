SELECT count(*) FROM registry_version WHERE file_id = :file
