-- Whose documents in the ledger the statement of each of them tells: his own, and of a person those of numbers that were merged with his.
CREATE TEMP TABLE told_number ON COMMIT DROP AS
SELECT debtor_id, debtor_id AS own_id FROM told
UNION ALL
SELECT t.debtor_id, g.person_id FROM told t JOIN standing_merge(:inputs) g ON :persons AND g.kept_id = t.debtor_id
