INSERT INTO rectified_run SELECT :run, untold_assessment(:from, :to, :inputs)
