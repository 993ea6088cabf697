-- A file on its arrival, and how it was read.
SELECT r.language, r.business_date::text AS business_date, r.started_by AS by, f.sender, g.own, g.form, g.format, g.mapping, g.encoding,
       g.separator, g.decimal_mark, g.thousands_mark, g.date_order, g.sheet, g.facts::text AS facts, g.remarks::text AS remarks,
       g.question_code, g.question_line, g.question_column, g.question_value, g.question_answer, r.formats_sha256,
       x.lines AS file_lines, x.declarations, x.filed, x.refused_declarations, x.repeated, x.person_lines, x.accepted, x.rejected,
       x.repeated_lines, x.unreadable_amounts, x.gross_minor, x.accepted_gross_minor,
       (SELECT count(*) FROM ogd_version v WHERE v.file_id = f.file_id) + (SELECT count(*) FROM employer_version v WHERE v.file_id = f.file_id)
         + (SELECT count(*) FROM person_version v WHERE v.file_id = f.file_id) AS versions,
       (SELECT string_agg(d.series || '-' || d.year || '-' || lpad(d.number::text, greatest(6, length(d.number::text)), '0'), ' ' ORDER BY d.series)
        FROM document d WHERE d.file_id = f.file_id AND d.run_id = f.run_id) AS acknowledgement,
       (SELECT string_agg(d.series || '-' || d.year || '-' || lpad(d.number::text, greatest(6, length(d.number::text)), '0'), ' ' ORDER BY d.series)
        FROM document d JOIN file_withdrawal w ON w.file_id = d.file_id AND w.run_id = d.run_id WHERE d.file_id = f.file_id) AS notice
FROM file f
JOIN run r USING (run_id)
LEFT JOIN file_recognition g USING (file_id)
LEFT JOIN file_result x USING (file_id)
WHERE f.file_id = :file
