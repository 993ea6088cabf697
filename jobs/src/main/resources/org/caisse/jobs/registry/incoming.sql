CREATE TEMPORARY TABLE incoming (
  file_id    integer NOT NULL,
  line_no    integer NOT NULL,
  number     text COLLATE "C" NOT NULL,
  valid_from date    NOT NULL,
  valid_to   date,
  name       text    NOT NULL,
  first_name text    NOT NULL,
  birth_date date,
  sex        text    NOT NULL,
  population text    NOT NULL,
  ogd_no     text    NOT NULL,
  known      boolean NOT NULL
) ON COMMIT DROP
