SELECT file_id, filed, refused_declarations, repeated, accepted, rejected, repeated_lines, unreadable_amounts, amount_minor, accepted_amount_minor
FROM file_result
WHERE file_id = ANY (:files)
