INSERT INTO bank_statement (file_id, run_id, statement, account, lines, total_minor, opening_minor, closing_minor, refused)
VALUES (:file, :run, :statement, :account, :lines, :total, :opening, :closing, :refused)
