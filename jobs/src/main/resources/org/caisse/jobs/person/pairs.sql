-- Pairs of persons who share something, but for those of whom somebody decided last that they are two persons.
INSERT INTO person_pair (run_id, person_a, person_b)
SELECT DISTINCT :run, a.person_id, b.person_id
FROM person_key a
JOIN person_key b ON b.share = a.share AND b.person_id > a.person_id
WHERE NOT EXISTS (SELECT FROM person_block o WHERE o.run_id = :run AND o.share = a.share)
  AND (a.person_id, b.person_id) NOT IN (
    SELECT low, high
    FROM (SELECT DISTINCT ON (low, high) low, high, kind
          FROM (SELECT least(kept_id, dropped_id) AS low, greatest(kept_id, dropped_id) AS high, kind, decision_no
                FROM person_decision WHERE run_id = ANY (:inputs)) d
          ORDER BY low, high, decision_no DESC) word
    WHERE kind <> 'MERGE')
