package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.config.text.yaml.Problem;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.UnsetParameterException;

/** A pack as lines of text: what is in force on a day, and what is wrong with it. */
public final class PackReport {

  private static final int WIDTH = 120;
  private static final int FINGERPRINT = 12;

  private final Law law;
  private final LocalDate day;
  private final Messages messages;
  private final Amounts amounts;

  private PackReport(Law law, LocalDate day, Language language) {
    this.law = law;
    this.day = day;
    this.messages = Messages.of(language);
    this.amounts = new Amounts(language, law.pack().currency());
  }

  /**
   * What is in force on a day: every parameter with its value, date, mark and source; what the fund
   * sets; each population's contribution in numbers.
   *
   * @param law the pack with the fund's settings, or with settings where nothing is set
   */
  public static List<String> show(Law law, LocalDate day, Language language) {
    return new PackReport(law, day, language).show();
  }

  /**
   * The outcome of a check: one line a problem with what to do below it, and a last line.
   *
   * @param cases how many cases were tried
   */
  public static List<String> check(String packId, List<Problem> problems, int cases) {
    List<String> lines = new ArrayList<>();
    int errors = 0;
    for (Problem problem : problems) {
      boolean error = problem.severity() == Problem.Severity.ERROR;
      errors += error ? 1 : 0;
      String what = problem.where() + ": " + (error ? "error: " : "warning: ") + problem.what();
      lines.addAll(Columns.wrapped(what, WIDTH));
      Columns.wrapped(problem.todo(), WIDTH - 4).forEach(todo -> lines.add("    " + todo));
    }
    int warnings = problems.size() - errors;
    lines.add(
        packId
            + (errors == 0 ? ": in order" : ": cannot be used")
            + counted(", %d case%s", cases)
            + counted(", %d error%s", errors)
            + counted(", %d warning%s", warnings));
    return lines;
  }

  private static String counted(String pattern, int count) {
    return count == 0 ? "" : pattern.formatted(count, count == 1 ? "" : "s");
  }

  private List<String> show() {
    Pack pack = law.pack();
    String name =
        switch (messages.language()) {
          case FR -> pack.nameFr();
          case EN -> pack.nameEn();
        };
    List<String> lines = new ArrayList<>();
    lines.add(
        messages.get(
            "packs.title",
            pack.id(),
            name,
            pack.currency().code(),
            pack.sha256().substring(0, FINGERPRINT)));
    lines.add(messages.get("packs.on", amounts.date(day)));
    section(lines, messages.get("packs.parameters"), parameters());
    if (pack.parameters().values().stream().anyMatch(Parameter::setByFund)) {
      section(lines, messages.get("packs.fund"), leftToTheFund());
    }
    LocalDate month = day.withDayOfMonth(1);
    section(lines, messages.get("packs.contributions", amounts.month(month)), rules(month));
    lines.add("");
    if (!month.isBefore(pack.start())) {
      lines.addAll(Columns.wrapped(declarations(month), WIDTH));
    }
    List<String> unset = law.unset(day);
    if (!unset.isEmpty()) {
      lines.addAll(Columns.wrapped(messages.get("packs.missing", String.join(", ", unset)), WIDTH));
    }
    lines.addAll(Columns.wrapped(messages.get("packs.marks"), WIDTH));
    return lines;
  }

  private static void section(List<String> lines, String title, Columns columns) {
    lines.add("");
    lines.add(title);
    lines.addAll(columns.lines());
  }

  private Columns parameters() {
    Columns columns = new Columns(WIDTH, Set.of(1));
    columns.row(
        column("name"),
        column("value"),
        column("unit"),
        column("since"),
        column("mark"),
        column("source"));
    for (Parameter parameter : law.pack().parameters().values()) {
      if (parameter.setByFund()) {
        continue;
      }
      Optional<DatedValue> value = parameter.on(day);
      DatedValue shown = value.orElse(parameter.values().getFirst());
      columns.row(
          parameter.name(),
          law.value(parameter.name(), day).map(amounts::decimal).orElse("–"),
          parameter.unit(),
          value.isPresent()
              ? amounts.date(shown.from())
              : messages.get("packs.later", amounts.date(shown.from())),
          shown.mark().name(),
          shown.source());
    }
    return columns;
  }

  private Columns leftToTheFund() {
    Columns columns = new Columns(WIDTH, Set.of(1));
    columns.row(column("name"), column("value"), column("unit"), column("bounds"), column("note"));
    for (Parameter parameter : law.pack().parameters().values()) {
      if (parameter.setByFund()) {
        columns.row(
            parameter.name(),
            fundValue(parameter),
            parameter.unit(),
            bounds(parameter),
            parameter.note());
      }
    }
    return columns;
  }

  private String fundValue(Parameter parameter) {
    return law.settings().says(parameter.name(), day)
        ? law.value(parameter.name(), day).map(amounts::decimal).orElse(messages.get("packs.none"))
        : messages.get("packs.unset");
  }

  private String bounds(Parameter parameter) {
    BigDecimal min = parameter.min();
    BigDecimal max = parameter.max();
    String bounds;
    if (min == null && max == null) {
      bounds = messages.get("packs.bounds.any");
    } else if (max == null) {
      bounds = messages.get("packs.bounds.min", amounts.decimal(min));
    } else if (min == null) {
      bounds = messages.get("packs.bounds.max", amounts.decimal(max));
    } else {
      bounds = messages.get("packs.bounds.both", amounts.decimal(min), amounts.decimal(max));
    }
    return parameter.optional() ? messages.get("packs.bounds.none", bounds) : bounds;
  }

  private Columns rules(LocalDate month) {
    Columns columns = new Columns(WIDTH, Set.of(1, 2, 3, 4, 5));
    columns.row(
        column("population"),
        column("employer"),
        column("insured"),
        column("state"),
        column("floor"),
        column("ceiling"),
        column("rule") + ", " + column("text"));
    for (Population population : law.pack().populations().values()) {
      rule(columns, population.id(), month);
    }
    return columns;
  }

  private void rule(Columns columns, String population, LocalDate month) {
    try {
      Optional<ContributionTerms> resolved = law.contribution(population, month);
      if (resolved.isEmpty()) {
        columns.row(population, "", "", "", "", "", messages.get("packs.nothing_owed"));
        return;
      }
      ContributionTerms terms = resolved.get();
      boolean percent =
          !(terms.employer().equals(Rate.ZERO)
              && terms.insured().equals(Rate.ZERO)
              && terms.state().equals(Rate.ZERO));
      String none = percent ? messages.get("packs.none") : "";
      columns.row(
          population,
          share(terms.employer(), terms.flat().of(Payer.EMPLOYER)),
          share(terms.insured(), terms.flat().of(Payer.INSURED)),
          share(terms.state(), terms.flat().of(Payer.STATE)),
          terms.floorMinor() == 0 ? none : amounts.number(terms.floorMinor()),
          terms.ceilingMinor() == ContributionTerms.NO_CEILING
              ? none
              : amounts.number(terms.ceilingMinor()),
          terms.rule() + ": " + source(population, month));
    } catch (UnsetParameterException e) {
      columns.row(population, "", "", "", "", "", messages.get("packs.unset.rule", e.parameter()));
    }
  }

  private String share(Rate rate, long flatMinor) {
    if (flatMinor != 0) {
      return amounts.number(flatMinor);
    }
    return rate.equals(Rate.ZERO) ? "–" : amounts.percent(rate.toPercent());
  }

  private String source(String population, LocalDate month) {
    return law.pack().contribution(population, month).orElseThrow().source();
  }

  private String declarations(LocalDate month) {
    return messages.get(
        "packs.declarations",
        amounts.month(month),
        amounts.date(law.declarationDue(month)),
        amounts.percent(law.lateDeclarationRate(month).toPercent()));
  }

  private String column(String name) {
    return messages.get("packs.col." + name);
  }
}
