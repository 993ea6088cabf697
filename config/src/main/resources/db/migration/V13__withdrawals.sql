-- Files that are withdrawn, and what may be sent again afterwards.

CREATE TABLE file_withdrawal (
  file_id      integer PRIMARY KEY REFERENCES file,
  run_id       integer NOT NULL REFERENCES run,
  reason       text    NOT NULL CHECK (reason <> ''),
  author       text    NOT NULL,
  withdrawn_on date    NOT NULL
);
COMMENT ON TABLE file_withdrawal IS 'Files that count no more, for every run that has the withdrawing run among its inputs.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON file_withdrawal EXECUTE FUNCTION append_only();

-- The same content, or the same number of a declaration, can come again once what came before is withdrawn. Counting how often it
-- came keeps both guards what they were: of two processes that take it at once, one fails.
ALTER TABLE file
  ADD COLUMN taken integer NOT NULL DEFAULT 1 CHECK (taken > 0),
  DROP CONSTRAINT file_kind_sha256_key,
  ADD CONSTRAINT file_taken_once UNIQUE (kind, sha256, taken);
COMMENT ON COLUMN file.taken IS 'How often this content was taken in, this time included: once, but for withdrawals, refusals of the whole file, and names that say another month.';

ALTER TABLE declaration ADD COLUMN filing integer NOT NULL DEFAULT 1 CHECK (filing > 0);
COMMENT ON COLUMN declaration.filing IS 'How often a declaration was filed under this number, this one included: once, but for withdrawals.';
DROP INDEX declaration_filed_once;
CREATE UNIQUE INDEX declaration_filed_once ON declaration (period, employer_id, sender_seq, filing) WHERE status = 'FILED';

-- What came before must really be withdrawn, by a run that is completed; or it was refused as a whole, or is another file by its name.
CREATE FUNCTION is_withdrawn(file integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM file_withdrawal w JOIN run r USING (run_id) WHERE w.file_id = file AND r.status = 'COMPLETED')
$$;

CREATE FUNCTION taken_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT a.file_id, a.taken INTO bad
  FROM added a
  WHERE a.taken > 1
    AND (SELECT count(*) FROM file f LEFT JOIN file_result x USING (file_id)
         WHERE f.kind = a.kind AND f.sha256 = a.sha256 AND f.taken < a.taken
           AND (is_withdrawn(f.file_id) OR x.refused <> 0 OR (f.name, f.sender) <> (a.name, a.sender)))
        <> a.taken - 1
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'file %: its content was taken before and is not withdrawn', bad.file_id USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER taken_again AFTER INSERT ON file REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION taken_again();

CREATE FUNCTION filed_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT a.employer_no, a.period, a.sender_seq INTO bad
  FROM added a
  WHERE a.filing > 1 AND a.status = 'FILED'
    AND (SELECT count(*) FROM declaration d
         WHERE d.period = a.period AND d.employer_id = a.employer_id AND d.sender_seq = a.sender_seq AND d.status = 'FILED'
           AND d.filing < a.filing AND is_withdrawn(d.file_id))
        <> a.filing - 1
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'declaration % of % for % was filed before and is not withdrawn', bad.sender_seq, bad.employer_no, bad.period
      USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER filed_again AFTER INSERT ON declaration REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION filed_again();

-- A declaration that repeats another one stands in for it once that one is withdrawn: nobody took it back. Its lines were stored when
-- it was read. Of several, all do; they are the same, and the first counts.
CREATE FUNCTION standing_declaration(of_period date, runs integer[], withdrawn integer[]) RETURNS SETOF declaration LANGUAGE sql STABLE AS $$
  SELECT d.*
  FROM declaration d
  WHERE d.period = of_period AND d.run_id = ANY (runs) AND d.file_id <> ALL (withdrawn)
    AND (d.status = 'FILED'
         OR (d.status = 'REPEATED'
             AND NOT EXISTS (SELECT FROM declaration f
                             WHERE f.period = d.period AND f.employer_id = d.employer_id AND f.sender_seq = d.sender_seq
                               AND f.status = 'FILED' AND f.run_id = ANY (runs) AND f.file_id <> ALL (withdrawn))))
$$;
COMMENT ON FUNCTION standing_declaration IS 'The declarations of a month that count, or that a higher number replaces: as some runs know them, without some files.';
