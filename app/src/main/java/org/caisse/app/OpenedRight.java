package org.caisse.app;

import org.caisse.config.text.RightText;
import org.caisse.domain.claim.Beneficiary;
import org.caisse.domain.right.RightReason;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says why a right opened that a decision saw: what it saw has the reason alone. */
final class OpenedRight {

  private final JdbcClient sql;
  private final RightText text;

  OpenedRight(Session session, RightText text) {
    this.sql = JdbcClient.create(session.environment().dataSource());
    this.text = text;
  }

  String words(String personNo, Beneficiary.PayerRight right) {
    return sql.sql(Sql.of(OpenedRight.class, "opened-right"))
        .param("person", personNo)
        .param("payer", right.payer())
        .param("from", right.from())
        .param("why", right.why())
        .query(String.class)
        .optional()
        .map(arguments -> text.reason(RightReason.valueOf(right.why()), arguments))
        .orElse(right.why());
  }
}
