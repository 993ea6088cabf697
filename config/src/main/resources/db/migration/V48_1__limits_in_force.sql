-- Which limits an adjudication went by, so that what lines took of them can be added up without the rules.
CREATE TABLE limit_in_force (
  run_id      integer NOT NULL,
  limit_id    text COLLATE "C" NOT NULL CHECK (limit_id <> ''),
  care_on     date    NOT NULL,
  counted     text    NOT NULL CHECK (counted IN ('COUNT', 'QUANTITY', 'AMOUNT')),
  window_kind text    NOT NULL CHECK (window_kind IN ('DAYS', 'YEAR', 'EVER', 'STATUS')),
  days        integer NOT NULL CHECK (days >= 0),
  lifted      boolean NOT NULL,
  most        bigint  NOT NULL CHECK (most >= 0),
  PRIMARY KEY (run_id, limit_id, care_on)
);
COMMENT ON TABLE limit_in_force IS 'Limits that have a number on a day of care on which an adjudication judged lines.';
COMMENT ON COLUMN limit_in_force.counted IS 'COUNT: lines, in thousandths; QUANTITY: units, in thousandths; AMOUNT: what payers pay, in minor units. most is in the same.';
COMMENT ON COLUMN limit_in_force.days IS 'Length of a window of days: 1 is the same day; of a status that has no dates, too; else 0.';
COMMENT ON COLUMN limit_in_force.lifted IS 'Whether prior agreement lifts it.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON limit_in_force EXECUTE FUNCTION append_only();
