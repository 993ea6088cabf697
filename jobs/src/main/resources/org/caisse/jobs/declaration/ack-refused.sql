SELECT d.line_no, d.employer_no, d.period, d.kind, d.sender_seq, r.code, r.field, r.value, r.expected
FROM declaration d JOIN line_reject r ON r.declaration_id = d.declaration_id AND r.whole
WHERE d.file_id = :file AND d.status = 'REFUSED'
ORDER BY d.line_no
LIMIT :most
