-- The registry, bitemporal: a version says what holds from a day on, as known since a run. What held on a day, as a set of runs
-- knew it, is the version with the latest valid_from not after that day; of several with the same, the one of the latest run.

CREATE TABLE ogd (
  ogd_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ogd_no text COLLATE "C" NOT NULL UNIQUE,
  run_id integer NOT NULL REFERENCES run
);

CREATE TABLE ogd_version (
  ogd_id     bigint  NOT NULL REFERENCES ogd,
  valid_from date    NOT NULL,
  run_id     integer NOT NULL REFERENCES run,
  file_id    integer NOT NULL REFERENCES file,
  line_no    integer NOT NULL,
  name       text    NOT NULL,
  valid_to   date,
  PRIMARY KEY (ogd_id, valid_from, run_id),
  CHECK (valid_to > valid_from)
);

CREATE TABLE employer (
  employer_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_no text COLLATE "C" NOT NULL UNIQUE,
  run_id      integer NOT NULL REFERENCES run
);

CREATE TABLE employer_version (
  employer_id bigint  NOT NULL REFERENCES employer,
  valid_from  date    NOT NULL,
  run_id      integer NOT NULL REFERENCES run,
  file_id     integer NOT NULL REFERENCES file,
  line_no     integer NOT NULL,
  name        text    NOT NULL,
  population  text    NOT NULL,
  ogd_no      text COLLATE "C" NOT NULL REFERENCES ogd (ogd_no),
  valid_to    date,
  PRIMARY KEY (employer_id, valid_from, run_id),
  CHECK (valid_to > valid_from)
);

CREATE TABLE person (
  person_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_no text COLLATE "C" NOT NULL UNIQUE,
  run_id    integer NOT NULL REFERENCES run
);

CREATE TABLE person_version (
  person_id  bigint  NOT NULL,
  valid_from date    NOT NULL,
  run_id     integer NOT NULL,
  file_id    integer NOT NULL,
  line_no    integer NOT NULL,
  last_name  text    NOT NULL,
  first_name text    NOT NULL,
  birth_date date,
  sex        text    NOT NULL CHECK (sex IN ('M', 'F', '')),
  population text    NOT NULL,
  ogd_no     text COLLATE "C" NOT NULL,
  valid_to   date,
  PRIMARY KEY (person_id, valid_from, run_id),
  CHECK (valid_to > valid_from)
);
COMMENT ON TABLE person_version IS 'population is empty for people whom employers declare.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ogd              EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ogd_version      EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON employer         EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON employer_version EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person           EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_version   EXECUTE FUNCTION append_only();
