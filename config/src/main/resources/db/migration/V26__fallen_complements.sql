-- A complement falls with the declaration that it completes, so its number is free again although its own file is not withdrawn.
CREATE OR REPLACE FUNCTION filed_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT a.employer_no, a.period, a.sender_seq INTO bad
  FROM added a
  WHERE a.filing > 1 AND a.status = 'FILED'
    AND (SELECT count(*) FROM declaration d LEFT JOIN declaration b ON b.declaration_id = d.completes_id
         WHERE d.period = a.period AND d.employer_id = a.employer_id AND d.sender_seq = a.sender_seq AND d.correction = a.correction AND d.status = 'FILED'
           AND d.filing < a.filing AND (is_withdrawn(d.file_id) OR is_withdrawn(b.file_id)))
        <> a.filing - 1
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'declaration % of % for % was filed before and is not withdrawn', bad.sender_seq, bad.employer_no, bad.period
      USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;
