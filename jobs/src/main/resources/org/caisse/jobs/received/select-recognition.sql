SELECT form, format, mapping, encoding, separator, decimal_mark, thousands_mark, date_order, sheet, facts::text AS facts,
       remarks::text AS remarks, question_code, question_line, question_column, question_value, question_answer, canonical_sha256,
       map_sha256, rows, blank_rows, records, added_lines
FROM file_recognition
WHERE file_id = :file
