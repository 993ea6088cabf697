package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.config.text.yaml.Problem;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.FundingKey;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.Table;
import org.caisse.domain.pack.UnsetParameterException;

/** A pack as lines of text: what is in force on a day, and what is wrong with it. */
public final class PackReport {

  private static final int WIDTH = 120;
  private static final int FINGERPRINT = 12;

  private final Law law;
  private final LocalDate day;
  private final Messages messages;
  private final Amounts amounts;
  private final LawText text;

  private PackReport(Law law, LocalDate day, Language language) {
    this.law = law;
    this.day = day;
    this.messages = Messages.of(language);
    this.amounts = new Amounts(language, law.pack().currency());
    this.text = new LawText(law, language);
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
    List<Parameter> ofScheme = parameters(false);
    section(lines, messages.get("packs.parameters"), setByLaw(ofScheme));
    if (ofScheme.stream().anyMatch(Parameter::setByFund)) {
      section(lines, messages.get("packs.fund"), leftToTheFund(ofScheme));
    }
    if (!pack.tables().isEmpty()) {
      section(lines, messages.get("packs.tables"), tables());
    }
    LocalDate month = day.withDayOfMonth(1);
    section(lines, messages.get("packs.contributions", amounts.month(month)), rules(month));
    lines.add("");
    lines.addAll(declarations(month));
    lines.addAll(funding(month));
    missing(messages, lines, "packs.missing", law.unset(day));
    if (pack.care() != null) {
      care(lines);
    }
    lines.addAll(Columns.wrapped(messages.get("packs.marks"), WIDTH));
    return lines;
  }

  private static void section(List<String> lines, String title, Columns columns) {
    lines.add("");
    lines.add(title);
    lines.addAll(columns.lines());
  }

  private static void missing(
      Messages messages, List<String> lines, String key, List<String> unset) {
    if (!unset.isEmpty()) {
      lines.addAll(Columns.wrapped(messages.get(key, String.join(", ", unset)), WIDTH));
    }
  }

  /** What the law says of care, with its own numbers. */
  private void care(List<String> lines) {
    List<Parameter> own = parameters(true);
    section(lines, messages.get("packs.care.parameters"), setByLaw(own));
    if (own.stream().anyMatch(Parameter::setByFund)) {
      section(lines, messages.get("packs.care.fund"), leftToTheFund(own));
    }
    lines.add("");
    lines.add(messages.get("packs.care.title", amounts.date(law.pack().care().start())));
    String before = "";
    for (CareItems.Item item : CareItems.of(law, day, messages.language())) {
      String lead = "  ";
      for (String line :
          Columns.wrapped(item.kind() + " " + item.name() + ": " + item.value(), WIDTH - 6)) {
        lines.add(lead + line);
        lead = "      ";
      }
      if (!item.source().equals(before)) {
        Columns.wrapped(item.source(), WIDTH - 8).forEach(line -> lines.add("        " + line));
      }
      before = item.source();
    }
    missing(messages, lines, "packs.care.missing", law.unsetOfCare(day));
  }

  /** The parameters of the scheme, or those of its law of care. */
  private List<Parameter> parameters(boolean ofCare) {
    List<String> care = law.pack().care() == null ? List.of() : law.pack().care().parameters();
    return law.pack().parameters().values().stream()
        .filter(parameter -> care.contains(parameter.name()) == ofCare)
        .toList();
  }

  private Columns setByLaw(List<Parameter> parameters) {
    Columns columns = new Columns(WIDTH, Set.of(1));
    columns.row(
        column("name"),
        column("value"),
        column("unit"),
        column("since"),
        column("mark"),
        column("source"));
    for (Parameter parameter : parameters) {
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

  private Columns leftToTheFund(List<Parameter> parameters) {
    Columns columns = new Columns(WIDTH, Set.of(1));
    columns.row(column("name"), column("value"), column("unit"), column("bounds"), column("note"));
    for (Parameter parameter : parameters) {
      if (parameter.setByFund()) {
        columns.row(
            parameter.name(),
            text.fundValue(parameter, day),
            parameter.unit(),
            text.bounds(parameter),
            parameter.note());
      }
    }
    return columns;
  }

  private Columns tables() {
    Columns columns = new Columns(WIDTH, Set.of(2));
    columns.row(
        column("table"),
        column("case"),
        column("value"),
        column("unit"),
        column("since"),
        column("mark"),
        column("source"));
    for (Table table : law.pack().tables().values()) {
      Table.Version version = table.on(day).orElse(table.versions().getFirst());
      boolean later = version.from().isAfter(day);
      String since = amounts.date(version.from());
      String name = table.name();
      for (Table.Row row : version.rows()) {
        boolean first = !name.isEmpty();
        columns.row(
            name,
            text.row(row),
            text.quantity(row.value()),
            first ? table.unit() : "",
            first ? later ? messages.get("packs.later", since) : since : "",
            first ? version.mark().name() : "",
            first ? version.source() : "");
        name = "";
      }
    }
    return columns;
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
      TermsText.Cells cells = new TermsText(messages, amounts).cells(resolved.get());
      columns.row(
          population,
          cells.employer(),
          cells.insured(),
          cells.state(),
          cells.floor(),
          cells.ceiling(),
          remarks(resolved.get(), cells, month) + source(population, month));
    } catch (UnsetParameterException e) {
      columns.row(population, "", "", "", "", "", messages.get("packs.unset.rule", e.parameter()));
    }
  }

  private String remarks(ContributionTerms terms, TermsText.Cells cells, LocalDate month) {
    boolean exempt =
        law.pack().contributions().stream()
            .anyMatch(rule -> rule.id().equals(terms.rule()) && rule.exempts(month));
    List<String> words = new ArrayList<>(cells.remarks());
    if (exempt) {
      words.add(messages.get("packs.exempt"));
    }
    return terms.rule() + (words.isEmpty() ? "" : " (" + String.join("; ", words) + ")") + ": ";
  }

  private String source(String population, LocalDate month) {
    return law.pack().contribution(population, month).orElseThrow().source();
  }

  private List<String> declarations(LocalDate month) {
    List<DeclarationRule> rules =
        law.pack().declarations().stream()
            .filter(rule -> rule.populations().stream().anyMatch(p -> rule.on(p, month)))
            .toList();
    List<String> lines = new ArrayList<>();
    for (DeclarationRule rule : rules) {
      String whose =
          rules.size() == 1
              ? ""
              : " (" + String.join(", ", rule.populations().stream().sorted().toList()) + ")";
      lines.addAll(
          Columns.wrapped(
              messages.get(
                  "packs.declarations",
                  amounts.month(month) + whose,
                  text.declarations(rule, month)),
              WIDTH));
    }
    return lines;
  }

  private List<String> funding(LocalDate month) {
    List<String> lines = new ArrayList<>();
    for (FundingKey key : law.pack().funding()) {
      for (String population : key.populations().stream().sorted().toList()) {
        if (key.on(population, month)) {
          lines.addAll(
              Columns.wrapped(
                  messages.get(
                      "packs.funding",
                      column(Words.of(key.payer())),
                      population,
                      text.funding(key, population, month)),
                  WIDTH));
        }
      }
    }
    return lines;
  }

  private String column(String name) {
    return messages.get("packs.col." + name);
  }
}
