CREATE TEMP TABLE incoming_receipt (
  seq           integer NOT NULL,
  line_no       integer NOT NULL,
  statement     integer NOT NULL,
  account       text COLLATE "C" NOT NULL,
  booking_date  date    NOT NULL,
  value_date    date    NOT NULL,
  bank_ref      text COLLATE "C" NOT NULL,
  amount_minor  bigint  NOT NULL,
  payer_account text    NOT NULL,
  payer_name    text    NOT NULL,
  description   text    NOT NULL,
  takes_back    text COLLATE "C" NOT NULL,
  raw           text    NOT NULL,
  canonical_no  integer NOT NULL,
  canonical     text    NOT NULL
) ON COMMIT DROP
