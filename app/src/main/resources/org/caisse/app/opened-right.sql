-- With which words a right of a person opened: those that were posted last for that day and reason. Another number may be the kept one now.
SELECT r.why_arguments
FROM person p
JOIN rights_period r USING (person_id)
WHERE p.person_no = :person AND r.payer = :payer AND r.valid_from = :from AND r.why = :why
ORDER BY r.rev DESC
LIMIT 1
