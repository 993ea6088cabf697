-- A registry comes by the million: its references, too, are looked up for all new rows of a statement at once (see V6).

ALTER TABLE ogd DROP CONSTRAINT ogd_run_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON ogd REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refers('run_id', 'run', 'run_id');

ALTER TABLE employer DROP CONSTRAINT employer_run_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON employer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refers('run_id', 'run', 'run_id');

ALTER TABLE employer_version
  DROP CONSTRAINT employer_version_employer_id_fkey,
  DROP CONSTRAINT employer_version_run_id_fkey,
  DROP CONSTRAINT employer_version_file_id_fkey,
  DROP CONSTRAINT employer_version_ogd_no_fkey;
CREATE TRIGGER refers AFTER INSERT ON employer_version REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('employer_id', 'employer', 'employer_id', 'run_id', 'run', 'run_id', 'file_id', 'file', 'file_id',
    'ogd_no', 'ogd', 'ogd_no');

ALTER TABLE person DROP CONSTRAINT person_run_id_fkey;
CREATE TRIGGER refers AFTER INSERT ON person REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refers('run_id', 'run', 'run_id');
