-- Other files that have to do with one: the same content taken in another time, declarations that repeat or complete those of it, lines
-- of it that came back corrected, and the declarations that those of it complete.
WITH own AS (
  SELECT * FROM declaration WHERE file_id = :file
), filed AS (
  SELECT * FROM own WHERE status = 'FILED'
), related AS (
  SELECT 'SAME_CONTENT' AS how, f.file_id, NULL::bigint AS declaration_id, NULL AS status, 0 AS accepted, 0 AS rejected, 0::bigint AS gross_minor
  FROM file f JOIN file this ON this.file_id = :file
  WHERE f.kind = this.kind AND f.sha256 = this.sha256 AND f.file_id <> this.file_id
  UNION ALL
  SELECT 'REPEATS', d.file_id, d.declaration_id, d.status, 0, 0, 0
  FROM declaration d JOIN filed o USING (employer_id, period, sender_seq, content_sha256)
  WHERE d.status = 'REPEATED' AND d.file_id <> :file
  UNION ALL
  SELECT CASE d.kind WHEN 'CORRECTION' THEN 'CORRECTS' ELSE 'COMPLETES' END, d.file_id, d.declaration_id, d.status, d.accepted, d.rejected,
         d.accepted_gross_minor
  FROM declaration d
  WHERE d.file_id <> :file AND d.status = 'FILED' AND d.kind IN ('COMPLEMENT', 'DIFFERENTIAL', 'CORRECTION')
    AND EXISTS (SELECT FROM filed o
                WHERE CASE d.kind WHEN 'CORRECTION'
                           THEN o.sender_seq = d.sender_seq AND o.correction = 0 AND d.completes_id IN (o.declaration_id, o.completes_id)
                           ELSE o.declaration_id = d.completes_id END)
  UNION ALL
  SELECT 'CORRECTS', d.file_id, d.declaration_id, d.status, d.accepted, d.rejected, d.accepted_gross_minor
  FROM declaration d JOIN filed o USING (employer_id, period, sender_seq)
  WHERE d.kind = 'CORRECTION' AND d.status = 'REFUSED' AND o.correction = 0 AND d.file_id > :file
  UNION ALL
  SELECT 'COMPLETED_BY_IT', b.file_id, b.declaration_id, b.status, o.accepted, o.rejected, o.accepted_gross_minor
  FROM filed o JOIN declaration b ON b.declaration_id = o.completes_id
  WHERE b.file_id <> :file
)
SELECT x.how, x.file_id AS id, r.scope || '/' || r.job || '-' || r.seq || '/' || f.ordinal AS label, f.name, f.received_on::text AS day,
       is_withdrawn(f.file_id) AS withdrawn, count(x.declaration_id) AS declarations,
       count(x.declaration_id) FILTER (WHERE x.status = 'REFUSED') AS refused, sum(x.accepted) AS accepted, sum(x.rejected) AS rejected,
       sum(x.gross_minor)::bigint AS gross_minor
FROM related x
JOIN file f USING (file_id)
JOIN run r ON r.run_id = f.run_id
GROUP BY x.how, x.file_id, f.file_id, r.run_id
ORDER BY x.how, x.file_id
