INSERT INTO file_recognition (file_id, run_id, own, form, format, mapping, encoding, also_fits, separator, decimal_mark,
                              thousands_mark, date_order, sheet, title_row, facts, remarks, question_code, question_line,
                              question_column, question_value, question_answer, canonical_sha256, map_sha256, rows, blank_rows,
                              other_rows, records, added_lines)
VALUES (:file, :run, :own, :form, :format, :mapping, :encoding, :alsoFits, :separator, :decimalMark,
        :thousandsMark, :dateOrder, :sheet, :titleRow, :facts::jsonb, :remarks::jsonb, :questionCode, :questionLine,
        :questionColumn, :questionValue, :questionAnswer, :canonicalSha256, :mapSha256, :rows, :blankRows,
        :otherRows, :records, :addedLines)
