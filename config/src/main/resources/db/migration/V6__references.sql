-- References of the tables that a run fills by the hundred thousand. A foreign key looks each row up by itself, which took a third of
-- the server's time in a contribution month; a trigger per statement looks all new rows up at once, and refuses at the same moment.
-- What is referred to cannot go away: it is append-only, and a run cannot be deleted.

-- Refuses new rows that refer to nothing. Arguments: column, table, column of the table; and so on.
CREATE FUNCTION refers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  missing text;
BEGIN
  FOR i IN 0 .. TG_NARGS - 1 BY 3 LOOP
    EXECUTE format('SELECT a.%1$I::text FROM added a WHERE a.%1$I IS NOT NULL AND NOT EXISTS (SELECT FROM %2$I r WHERE r.%3$I = a.%1$I) LIMIT 1',
      TG_ARGV[i], TG_ARGV[i + 1], TG_ARGV[i + 2]) INTO missing;
    IF missing IS NOT NULL THEN
      RAISE EXCEPTION '% refers to % % which is not in %', TG_TABLE_NAME, TG_ARGV[i], missing, TG_ARGV[i + 1]
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- Refuses to delete what rows refer to without a foreign key.
CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % cannot be deleted: others refer to them', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON run EXECUTE FUNCTION stays();

ALTER TABLE declaration
  DROP CONSTRAINT declaration_run_id_fkey,
  DROP CONSTRAINT declaration_file_id_fkey,
  DROP CONSTRAINT declaration_employer_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON declaration REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'file_id', 'file', 'file_id', 'employer_id', 'employer', 'employer_id');

ALTER TABLE employer_standing
  DROP CONSTRAINT employer_standing_run_id_fkey,
  DROP CONSTRAINT employer_standing_employer_id_fkey,
  DROP CONSTRAINT employer_standing_declaration_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON employer_standing REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'employer_id', 'employer', 'employer_id',
    'declaration_id', 'declaration', 'declaration_id');

ALTER TABLE declaration_posting
  DROP CONSTRAINT declaration_posting_run_id_fkey,
  DROP CONSTRAINT declaration_posting_employer_id_fkey,
  DROP CONSTRAINT declaration_posting_declaration_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON declaration_posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'employer_id', 'employer', 'employer_id',
    'declaration_id', 'declaration', 'declaration_id');

ALTER TABLE assessment DROP CONSTRAINT assessment_run_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON assessment REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id');

ALTER TABLE employer_assessment
  DROP CONSTRAINT employer_assessment_run_id_fkey,
  DROP CONSTRAINT employer_assessment_employer_id_fkey,
  DROP CONSTRAINT employer_assessment_declaration_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON employer_assessment REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'employer_id', 'employer', 'employer_id',
    'declaration_id', 'declaration', 'declaration_id');

ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_run_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id');

ALTER TABLE posting DROP CONSTRAINT posting_run_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id');
