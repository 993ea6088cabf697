CREATE TEMPORARY TABLE incoming (
  line_no    integer NOT NULL,
  {columns},
  valid_from date    NOT NULL,
  valid_to   date
) ON COMMIT DROP
