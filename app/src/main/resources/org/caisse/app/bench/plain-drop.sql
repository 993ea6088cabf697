DROP TABLE IF EXISTS plain_line, plain_rate, plain_contribution, plain_employer
