package org.caisse.domain.pack;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How what is owed and not paid is followed up. Each is the name of a parameter; null where the
 * pack says none.
 *
 * @param firstReminder days after the due day
 * @param secondReminder days after the letter before
 * @param formalNotice days after the letter before
 * @param reminderFrom least sum that a reminder asks for
 * @param noticeFrom least sum that a formal notice asks for
 * @param noticeDelay days to pay after a formal notice was served
 * @param planTolerance days after its day on which an instalment is still in time
 * @param prescription months since the due day or the last act that interrupts
 * @param certificate days for which a clearance certificate is valid
 * @param source where it was read
 * @param citation the text as documents for people cite it
 */
public record CollectionRule(
    String firstReminder,
    String secondReminder,
    String formalNotice,
    String reminderFrom,
    String noticeFrom,
    String noticeDelay,
    String planTolerance,
    String prescription,
    String certificate,
    String source,
    Citation citation) {

  /** The parameters that it names: only who follows up needs them. */
  public List<String> parameters() {
    return Stream.of(
            firstReminder,
            secondReminder,
            formalNotice,
            reminderFrom,
            noticeFrom,
            noticeDelay,
            planTolerance,
            prescription,
            certificate)
        .filter(Objects::nonNull)
        .toList();
  }
}
