package org.caisse.domain.collection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.caisse.domain.pack.CollectionRule;
import org.caisse.domain.pack.Law;

/**
 * When which letter follows, and how long what lasts, on a day. Where pack and fund say none, a
 * letter is left out, a delay does not run, and nothing is prescribed.
 *
 * @param firstReminderDays after the due day, or null
 * @param secondReminderDays after the letter before, or null
 * @param formalNoticeDays after the letter before, or null
 * @param reminderFromMinor least sum that a reminder asks for, minor units
 * @param noticeFromMinor least sum that a formal notice asks for, minor units
 * @param noticeDelayDays to pay after a formal notice was served, or null
 * @param planToleranceDays so many days after its day an instalment is still in time
 * @param prescriptionMonths since the due day or the last act, or null
 * @param certificateDays for which a clearance certificate is valid; null: on its day only
 */
public record CollectionTerms(
    Integer firstReminderDays,
    Integer secondReminderDays,
    Integer formalNoticeDays,
    long reminderFromMinor,
    long noticeFromMinor,
    Integer noticeDelayDays,
    int planToleranceDays,
    Integer prescriptionMonths,
    Integer certificateDays) {

  /**
   * The terms of a law on a day.
   *
   * @throws IllegalArgumentException when the pack has no section for them
   * @throws org.caisse.domain.pack.UnsetParameterException when the fund said neither a number nor
   *     none
   */
  public static CollectionTerms of(Law law, LocalDate day) {
    CollectionRule rule = law.pack().collection();
    if (rule == null) {
      throw new IllegalArgumentException(
          "pack %s has no section 'collection'".formatted(law.pack().id()));
    }
    return new CollectionTerms(
        whole(law.bound(rule.firstReminder(), day)),
        whole(law.bound(rule.secondReminder(), day)),
        whole(law.bound(rule.formalNotice(), day)),
        minor(law, law.bound(rule.reminderFrom(), day)),
        minor(law, law.bound(rule.noticeFrom(), day)),
        whole(law.bound(rule.noticeDelay(), day)),
        law.bound(rule.planTolerance(), day).map(BigDecimal::intValueExact).orElse(0),
        whole(law.bound(rule.prescription(), day)),
        whole(law.bound(rule.certificate(), day)));
  }

  private static Integer whole(Optional<BigDecimal> value) {
    return value.map(BigDecimal::intValueExact).orElse(null);
  }

  private static long minor(Law law, Optional<BigDecimal> amount) {
    return amount.map(law.pack().currency()::minor).orElse(0L);
  }
}
