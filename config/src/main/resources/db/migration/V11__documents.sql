-- Documents that leave the fund, numbered per series and year without gap and without double. A run takes its numbers in one
-- transaction before it writes any document: a restart finds them again, and no other run is ever given them.

CREATE TABLE document_range (
  series text COLLATE "C" NOT NULL CHECK (series ~ '^[A-Z]+$'),
  year   integer NOT NULL,
  first  integer NOT NULL CHECK (first > 0),
  last   integer NOT NULL CHECK (last >= first),
  run_id integer NOT NULL REFERENCES run,
  PRIMARY KEY (series, year, first),
  UNIQUE (run_id, series)
);
COMMENT ON TABLE document_range IS 'The numbers that a run took, a row per series: each follows the one before.';

-- Whoever adds a range waits for whoever took one before, and continues after it.
CREATE FUNCTION continues() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('document_range'));
  SELECT coalesce(max(last), 0) INTO taken FROM document_range WHERE series = NEW.series AND year = NEW.year;
  IF NEW.first <> taken + 1 THEN
    RAISE EXCEPTION 'documents of series % in % are numbered to %: the next is not %', NEW.series, NEW.year, taken, NEW.first
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER continues BEFORE INSERT ON document_range FOR EACH ROW EXECUTE FUNCTION continues();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document_range EXECUTE FUNCTION append_only();

-- Takes the next numbers of a series and year, and says the first of them. Nobody else takes any until the transaction ends.
CREATE FUNCTION take_document_numbers(of_series text, of_year integer, how_many integer, for_run integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  first_taken integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('document_range'));
  SELECT coalesce(max(last), 0) + 1 INTO first_taken FROM document_range WHERE series = of_series AND year = of_year;
  INSERT INTO document_range VALUES (of_series, of_year, first_taken, first_taken + how_many - 1, for_run);
  RETURN first_taken;
END $$;

CREATE TABLE document (
  series      text COLLATE "C" NOT NULL,
  year        integer NOT NULL,
  number      integer NOT NULL,
  run_id      integer NOT NULL,
  period      date,
  employer_id bigint,
  file_id     integer,
  ogd_no      text COLLATE "C",
  PRIMARY KEY (series, year, number)
);
COMMENT ON TABLE document IS 'What was numbered: for an acknowledgement the file, for a notice, reminder or statement employer and month, for an OGD file body and month, for a State file the month.';

-- Every statement that numbers documents must fill the range of its run, neither less nor more.
CREATE FUNCTION fills_its_range() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT a.series, a.year, a.run_id, a.first, a.last, a.documents, r.first AS taken_first, r.last AS taken_last INTO bad
  FROM (SELECT series, year, run_id, min(number) AS first, max(number) AS last, count(*) AS documents
        FROM added GROUP BY series, year, run_id) a
  LEFT JOIN document_range r USING (series, year, run_id)
  WHERE (a.first, a.last, a.documents) IS DISTINCT FROM (r.first, r.last, (r.last - r.first + 1)::bigint)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'run % numbers % documents of series % in %, % to %, and took % to %',
      bad.run_id, bad.documents, bad.series, bad.year, bad.first, bad.last, bad.taken_first, bad.taken_last
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER fills_its_range AFTER INSERT ON document REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION fills_its_range();
CREATE TRIGGER refers AFTER INSERT ON document REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'employer_id', 'employer', 'employer_id', 'file_id', 'file', 'file_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document EXECUTE FUNCTION append_only();
