-- Lines of which something is known that a rule may refuse.
SELECT *
FROM judged_take_on
WHERE (employer <> '' AND employer_id IS NULL) OR (person <> '' AND person_id IS NULL) OR (ogd <> '' AND NOT ogd_known)
   OR rank > 1 OR (kind = 'DEBT' AND other_terms) OR elsewhere <> '' OR known = 'OTHER'
   OR coalesce(value_date, period) > :date OR (kind = 'ACCOUNT' AND account = ANY (:detailed))
ORDER BY file_id, line_no
