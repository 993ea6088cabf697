package org.caisse.config.cases;

import java.util.List;
import java.util.Map;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.claim.Agreement;
import org.caisse.domain.claim.Beneficiary;
import org.caisse.domain.claim.CareLine;
import org.caisse.domain.pack.FundSettings;

/**
 * A case of care: a family, what it was given, and what the law must come to.
 *
 * @param name what it shows
 * @param settings what the fund is taken to have set
 * @param family whose care it is
 * @param agreements prior agreements
 * @param lines what was given, in the order of the file
 * @param source the article or text that it comes from
 * @param place where it stands
 */
record ClaimCase(
    String name,
    FundSettings settings,
    List<Beneficiary> family,
    List<Agreement> agreements,
    List<Line> lines,
    String source,
    YamlNode place) {

  /**
   * A line with what must come of it.
   *
   * @param line as the rules see it
   * @param released whether its decision is released before the others are judged
   * @param gives amounts by payer, {@code patient} for the co-payment, and reason of reduction; of
   *     what is not named, nothing
   * @param pended whether it must wait
   * @param place where it stands
   */
  record Line(
      CareLine line, boolean released, Map<String, Long> gives, boolean pended, YamlNode place) {}
}
