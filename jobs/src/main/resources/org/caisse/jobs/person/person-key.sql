CREATE TEMP TABLE person_key (
  share     text COLLATE "C" NOT NULL,
  person_id bigint NOT NULL
) ON COMMIT DROP
