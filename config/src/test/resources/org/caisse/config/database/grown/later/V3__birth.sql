ALTER TABLE people ADD COLUMN birth date;
