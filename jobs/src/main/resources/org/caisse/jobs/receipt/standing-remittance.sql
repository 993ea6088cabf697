SELECT content_sha256
FROM remittance
WHERE ogd_no = :ogd AND number = :number AND refused = 0 AND NOT repeated
