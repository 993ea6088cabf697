-- What became of each file that was read. A head that is refused for itself counts as a line.
INSERT INTO file_result (file_id, run_id, refused, found, lines, blank, declarations, filed, refused_declarations, repeated,
                         person_lines, accepted, rejected, repeated_lines, unreadable_amounts, gross_minor, accepted_gross_minor,
                         amount_minor, accepted_amount_minor)
SELECT r.file_id, :run, 0, '', r.lines, r.blank,
       coalesce(i.invoices, 0), coalesce(i.filed, 0), coalesce(i.refused, 0), coalesce(i.repeated, 0),
       coalesce(l.accepted, 0) + coalesce(x.rejected, 0) + coalesce(i.repeated_lines, 0),
       coalesce(l.accepted, 0), coalesce(x.rejected, 0), coalesce(i.repeated_lines, 0), coalesce(c.unreadable, 0), 0, 0,
       coalesce(c.amount_minor, 0), coalesce(l.amount_minor, 0)
FROM incoming_file r
LEFT JOIN (SELECT file_id, count(*) AS invoices, count(*) FILTER (WHERE status = 'FILED') AS filed,
                  count(*) FILTER (WHERE status = 'REFUSED') AS refused, count(*) FILTER (WHERE status = 'REPEATED') AS repeated,
                  sum(lines) FILTER (WHERE status = 'REPEATED') AS repeated_lines
           FROM invoice WHERE run_id = :run GROUP BY file_id) i USING (file_id)
LEFT JOIN (SELECT file_id, count(*) AS accepted, sum(charged_minor) AS amount_minor FROM claim_line WHERE run_id = :run GROUP BY file_id) l
  USING (file_id)
LEFT JOIN (SELECT file_id, count(*) AS rejected FROM line_reject WHERE run_id = :run GROUP BY file_id) x USING (file_id)
LEFT JOIN (SELECT file_id, sum(charged_minor) AS amount_minor, count(*) FILTER (WHERE record = 'L' AND charged_minor IS NULL) AS unreadable
           FROM incoming_claim WHERE run_id = :run GROUP BY file_id) c USING (file_id)
WHERE r.run_id = :run
