INSERT INTO remittance (file_id, statement, run_id, ogd_no, number, remitted_on, lines, total_minor, said_lines, said_minor, withheld_minor,
                        transfer_ref, content_sha256, refused, repeated)
VALUES (:file, :statement, :run, :ogd, :number, :on, :lines, :total, :saidLines::integer, :said::bigint, :withheld, :transfer, :sha256,
        :refused, :repeated)
