INSERT INTO file_result (file_id, run_id, refused, found, lines, blank, declarations, filed, refused_declarations, repeated,
                         person_lines, accepted, rejected, repeated_lines, unreadable_amounts, gross_minor, accepted_gross_minor)
VALUES (:file, :run, :refused, :found, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
