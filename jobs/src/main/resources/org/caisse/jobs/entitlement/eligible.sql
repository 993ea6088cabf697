-- What is told in one go, until the step ends.
CREATE TEMPORARY TABLE eligible (
  person_no  text COLLATE "C" NOT NULL,
  born       integer,
  sex        text NOT NULL,
  payer      text COLLATE "C" NOT NULL,
  population text NOT NULL,
  valid_from date,
  valid_to   date,
  why        text NOT NULL,
  head_no    text NOT NULL,
  ogd_no     text COLLATE "C" NOT NULL
) ON COMMIT DROP
