package org.caisse.config.cases;

import java.time.LocalDate;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.FundSettings;

/**
 * One case: facts of a month, and what the law must come to.
 *
 * @param name what it shows
 * @param month first day of the month
 * @param settings what the fund is taken to have set
 * @param question what is asked
 * @param stops the value or fact without which the law must refuse to answer, or null when it must
 *     answer
 * @param source the article or text that it comes from
 * @param place where it stands
 */
record PackCase(
    String name,
    LocalDate month,
    FundSettings settings,
    Question question,
    String stops,
    String source,
    YamlNode place) {}
