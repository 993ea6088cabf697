-- An intake looks up what the employers of a block filed before.

CREATE INDEX declaration_of_month ON declaration (employer_id, period);
