-- Accepted lines of the declaration that is being completed, and of what completes it already.
SELECT p.person_no, l.from_day, l.to_day, l.days, l.gross_minor
FROM declaration_line l JOIN person p USING (person_id)
WHERE l.period = :period AND l.declaration_id = ANY (:declarations)
