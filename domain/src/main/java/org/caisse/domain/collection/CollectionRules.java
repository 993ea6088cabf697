package org.caisse.domain.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which letter follows for each debt of an employer. A function of the facts: what is open,
 * which letters were issued and served, which plans are kept.
 *
 * <p>Each stage comes once per debt, in order, when its delay has passed since the letter before,
 * or since the due day when there is none; a stage without delay is left out. A letter is issued
 * when the sum it would ask for reaches the least of its terms. While a plan is kept nothing
 * follows for its debts; once it is broken everything is due again, a letter says so, and the
 * stages go on from there. Nothing follows for what is not due yet, or paid.
 */
public final class CollectionRules {

  private final CollectionFacts facts;
  private final CollectionTerms terms;
  private final Plans plans;
  private final Map<Stage, Integer> delays = new EnumMap<>(Stage.class);

  private CollectionRules(CollectionFacts facts, CollectionTerms terms) {
    this.facts = facts;
    this.terms = terms;
    this.plans = facts.plans(terms);
    delay(Stage.FIRST_REMINDER, terms.firstReminderDays());
    delay(Stage.SECOND_REMINDER, terms.secondReminderDays());
    delay(Stage.FORMAL_NOTICE, terms.formalNoticeDays());
  }

  /** Decides what follows. */
  public static FollowUp judge(CollectionFacts facts, CollectionTerms terms) {
    return new CollectionRules(facts, terms).run();
  }

  private void delay(Stage stage, Integer days) {
    if (days != null) {
      delays.put(stage, days);
    }
  }

  private FollowUp run() {
    Map<Stage, List<FollowUp.Step>> steps = new EnumMap<>(Stage.class);
    List<FollowUp.Todo> todo = new ArrayList<>();
    for (OpenDebt debt : facts.debts()) {
      Optional<PlanStanding> plan = plans.of(debt.period());
      if (!debt.due().isBefore(facts.businessDate()) || isIn(plan, PlanStanding.State.RESPECTED)) {
        continue;
      }
      step(debt, plan)
          .ifPresent(
              step -> steps.computeIfAbsent(step.stage(), key -> new ArrayList<>()).add(step));
      todo(debt, todo);
    }
    steps.entrySet().removeIf(letter -> sum(letter.getValue()) < least(letter.getKey()));
    return new FollowUp(steps.values().stream().flatMap(List::stream).toList(), todo);
  }

  private static boolean isIn(Optional<PlanStanding> plan, PlanStanding.State state) {
    return plan.filter(standing -> standing.state() == state).isPresent();
  }

  private Optional<FollowUp.Step> step(OpenDebt debt, Optional<PlanStanding> plan) {
    List<Letter> letters = facts.letters().stream().filter(one -> one.isAbout(debt)).toList();
    if (isIn(plan, PlanStanding.State.BROKEN)) {
      PlanStanding broken = plan.orElseThrow();
      boolean told =
          letters.stream()
              .anyMatch(one -> one.stage() == Stage.PLAN_BREACH && one.plan() == broken.plan());
      if (!told) {
        return Optional.of(step(Stage.PLAN_BREACH, debt, broken.plan(), broken.day()));
      }
    }
    return next(letters)
        .filter(stage -> isTime(stage, debt, letters))
        .map(stage -> step(stage, debt, 0, null));
  }

  /** The first stage with a delay after all that were issued. */
  private Optional<Stage> next(List<Letter> letters) {
    return delays.keySet().stream()
        .filter(
            stage ->
                letters.stream()
                    .filter(one -> one.stage() != Stage.PLAN_BREACH)
                    .allMatch(one -> one.stage().compareTo(stage) < 0))
        .findFirst();
  }

  private boolean isTime(Stage stage, OpenDebt debt, List<Letter> letters) {
    LocalDate before =
        letters.stream().map(Letter::on).max(Comparator.naturalOrder()).orElse(debt.due());
    return !facts.businessDate().isBefore(before.plusDays(delays.get(stage)));
  }

  private static FollowUp.Step step(Stage stage, OpenDebt debt, int plan, LocalDate since) {
    return new FollowUp.Step(
        stage, debt.period(), debt.ogd(), debt.due(), debt.openMinor(), plan, since);
  }

  private void todo(OpenDebt debt, List<FollowUp.Todo> todo) {
    for (Letter letter : facts.letters()) {
      if (letter.stage() != Stage.FORMAL_NOTICE || !letter.isAbout(debt)) {
        continue;
      }
      if (letter.servedOn() == null) {
        todo.add(todo(FollowUp.Todo.Kind.TO_SERVE, letter, debt, letter.on()));
      } else if (terms.noticeDelayDays() != null) {
        LocalDate last = letter.servedOn().plusDays(terms.noticeDelayDays());
        if (facts.businessDate().isAfter(last)) {
          todo.add(todo(FollowUp.Todo.Kind.EXPIRED, letter, debt, last.plusDays(1)));
        }
      }
    }
  }

  private static FollowUp.Todo todo(
      FollowUp.Todo.Kind kind, Letter letter, OpenDebt debt, LocalDate since) {
    return new FollowUp.Todo(
        kind, letter.number(), debt.period(), debt.ogd(), debt.openMinor(), since);
  }

  private static long sum(List<FollowUp.Step> steps) {
    return steps.stream().mapToLong(FollowUp.Step::openMinor).sum();
  }

  private long least(Stage stage) {
    return switch (stage) {
      case FIRST_REMINDER, SECOND_REMINDER -> terms.reminderFromMinor();
      case FORMAL_NOTICE -> terms.noticeFromMinor();
      case PLAN_BREACH -> 0;
    };
  }
}
