CREATE TEMP TABLE incoming_identifier (
  line_no    integer NOT NULL,
  person_no  text COLLATE "C" NOT NULL,
  kind       text COLLATE "C" NOT NULL,
  value      text    NOT NULL,
  valid_from date    NOT NULL,
  valid_to   date
) ON COMMIT DROP
