package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.care.BenefitStart;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.care.CareLimit;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.CareScope;
import org.caisse.domain.care.ClaimRule;
import org.caisse.domain.care.Coverage;
import org.caisse.domain.care.Delay;
import org.caisse.domain.care.DependantRules;
import org.caisse.domain.care.Episode;
import org.caisse.domain.care.Funder;
import org.caisse.domain.care.Programme;
import org.caisse.domain.care.RightRule;
import org.caisse.domain.pack.Law;

/**
 * What a law of care says, item by item, in the words of its file: with the numbers of a day, or
 * with the names of parameters.
 */
final class CareItems {

  private final CareLaw care;
  private final Messages messages;
  private final UnaryOperator<String> number;
  private final List<Item> items = new ArrayList<>();

  /**
   * Something that the law of care says.
   *
   * @param kind of thing, for people
   * @param name of the thing
   * @param value what is said
   * @param source where it was read
   */
  record Item(String kind, String name, String value, String source) {}

  private CareItems(Law law, LocalDate day, Language language) {
    this.care = law.pack().care();
    this.messages = Messages.of(language);
    Amounts amounts = new Amounts(language, law.pack().currency());
    this.number =
        name ->
            day == null
                ? "$" + name
                : law.value(name, day)
                    .map((BigDecimal value) -> amounts.decimal(value))
                    .orElse(
                        messages.get(
                            law.settings().says(name, day) ? "packs.none" : "packs.unset"));
  }

  /** The items in the order of the file; none when the pack says nothing of care. */
  static List<Item> of(Law law, LocalDate day, Language language) {
    if (law.pack().care() == null) {
      return List.of();
    }
    CareItems all = new CareItems(law, day, language);
    all.rights();
    all.payers();
    all.programmes();
    all.coverage();
    all.limits();
    all.claims();
    return all.items;
  }

  private void add(String kind, String name, String value, String source) {
    items.add(new Item(messages.get("packs.care." + kind), name, value, source));
  }

  private void rights() {
    for (BenefitStart row : care.benefits()) {
      add(
          "benefits",
          row.regions().isEmpty()
              ? words(row.populations())
              : words(row.populations()) + " (" + words(row.regions()) + ")",
          row.from() == null ? messages.get("packs.none") : row.from().toString(),
          row.source());
    }
    for (RightRule rule : care.rights()) {
      List<String> said = new ArrayList<>();
      said.add(rule.payer());
      said.add(Words.of(rule.basis()) + (rule.status() == null ? "" : " " + rule.status()));
      delay(said, "waiting", rule.waiting());
      delay(said, "suspension", rule.suspension());
      delay(said, "survivors", rule.survivors());
      delay(said, "lasts", rule.lasts());
      add(
          "right",
          rule.populations().isEmpty() ? rule.id() : rule.id() + ": " + words(rule.populations()),
          words(said),
          rule.source());
    }
    for (DependantRules.Kind kind : care.dependants().kinds()) {
      add("dependant", Words.of(kind.relation()), dependant(kind), care.dependants().source());
    }
  }

  private void delay(List<String> said, String word, Delay delay) {
    if (delay != null) {
      said.add(word + " " + number.apply(delay.parameter()) + " " + Words.of(delay.unit()));
    }
  }

  private String dependant(DependantRules.Kind kind) {
    List<String> said = new ArrayList<>();
    number(said, "most", kind.most());
    number(said, "age <", kind.ageBelow());
    number(said, "student <", kind.studentBelow());
    if (kind.disabledAlways()) {
      said.add("disabled always");
    }
    if (kind.uncoveredOnly()) {
      said.add("uncovered only");
    }
    said.add(Words.of(care.dependants().attachment()));
    return words(said);
  }

  private void number(List<String> said, String word, String parameter) {
    if (parameter != null) {
      said.add(word + " " + number.apply(parameter));
    }
  }

  private void payers() {
    int rank = 0;
    for (CarePayer payer : care.payers()) {
      rank++;
      add(
          "payer",
          rank + ". " + payer.id(),
          "%s, pays_on %s, refusal %s, excess %s%s"
              .formatted(
                  Words.of(payer.kind()),
                  Words.of(payer.paysOn()),
                  Words.of(payer.onRefusal()),
                  Words.of(payer.excess()),
                  funders(payer.funders())),
          payer.source());
    }
  }

  private String funders(List<Funder> funders) {
    return funders.isEmpty()
        ? ""
        : funders.stream()
            .map(
                funder ->
                    funder.percent() == null
                        ? funder.id() + " " + messages.get("packs.rest")
                        : funder.id() + " " + number.apply(funder.percent()) + " %")
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void programmes() {
    for (Programme programme : care.programmes()) {
      add(
          "programme",
          programme.id(),
          "%s, %s: %s %%, %s, %s, pays_on %s, excess %s%s"
              .formatted(
                  programme.who().stream().map(this::who).collect(Collectors.joining(" | ")),
                  scope(programme.covers()),
                  number.apply(programme.rate()),
                  Words.of(programme.compensation()),
                  Words.of(programme.rank()),
                  Words.of(programme.paysOn()),
                  Words.of(programme.excess()),
                  funders(programme.funders())),
          programme.from()
              + (programme.to() == null ? "" : " – " + programme.to().minusDays(1))
              + ", "
              + programme.source());
    }
  }

  private String who(Programme.Who who) {
    List<String> said = new ArrayList<>();
    number(said, "age ≥", who.ageFrom());
    number(said, "age <", who.ageBelow());
    number(said, "age ≤", who.ageAtMost());
    if (who.sex() != null) {
      said.add(who.sex());
    }
    if (who.status() != null) {
      said.add(who.status());
    }
    said.addAll(who.affections());
    return said.isEmpty() ? messages.get("packs.any") : String.join(" ", said);
  }

  private String scope(CareScope scope) {
    if (scope.equals(CareScope.NONE)) {
      return messages.get("packs.none");
    }
    List<String> all = new ArrayList<>(scope.groups());
    all.addAll(scope.acts());
    return all.isEmpty() ? messages.get("packs.any") : String.join("/", all);
  }

  private void coverage() {
    for (Coverage row : care.coverage()) {
      List<String> where = new ArrayList<>(List.of(row.payer()));
      List.of(row.populations(), row.groups(), row.statuses(), row.places(), row.levels()).stream()
          .filter(words -> !words.isEmpty())
          .forEach(words -> where.add(String.join("/", words)));
      String first =
          row.patientFirst() == null ? "" : ", patient_first " + number.apply(row.patientFirst());
      add(
          "coverage",
          words(where),
          row.rate() == null ? messages.get("packs.none") : number.apply(row.rate()) + " %" + first,
          row.source());
    }
  }

  private void limits() {
    for (CareLimit limit : care.limits()) {
      add(
          "limit",
          limit.id(),
          "%s, %s %s, same %s, %s, %s%s"
              .formatted(
                  words(limit.payers()),
                  Words.of(limit.counted()),
                  limit.most() == null ? messages.get("packs.none") : number.apply(limit.most()),
                  limit.same().stream().map(Words::of).collect(Collectors.joining("/")),
                  scope(limit.covers()),
                  window(limit.window()),
                  limit.lifted() ? ", lifted by_agreement" : ""),
          limit.source());
    }
    for (Episode episode : care.episodes()) {
      add(
          "episode",
          episode.id(),
          "%s → %s, %s%s"
              .formatted(
                  scope(episode.opens()),
                  scope(episode.covers()),
                  days(episode.days()),
                  episode.sameProvider() ? ", same provider" : ""),
          episode.source());
    }
  }

  private String window(CareLimit.Window window) {
    return switch (window.kind()) {
      case DAYS -> days(window.parameter());
      case YEAR -> "year";
      case EVER -> "ever";
      case STATUS -> window.status() + " (" + days(window.parameter()) + ")";
    };
  }

  private void claims() {
    ClaimRule rule = care.claims();
    String none = messages.get("packs.none");
    add("claims", "filing", rule.filing() == null ? none : days(rule.filing()), rule.source());
    add(
        "claims",
        "agreement",
        scope(rule.agreement()) + ": " + words(rule.agreementPayers()),
        rule.source());
    add("claims", "prescriber", scope(rule.prescriber()), rule.source());
    add("claims", "referrer", scope(rule.referrer()), rule.source());
    add("claims", "substitution", Boolean.toString(rule.substitution()), rule.source());
    add("claims", "not_contracted", rule.notContracted() ? "paid_back" : "refused", rule.source());
    rule.bearers()
        .forEach(of -> add("claims", "bearer " + of.code(), Words.of(of.bearer()), rule.source()));
    rule.payWithin()
        .forEach(
            row ->
                add(
                    "claims",
                    "pay_within" + (row.levels().isEmpty() ? "" : " " + words(row.levels())),
                    days(row.days()),
                    rule.source()));
  }

  private String days(String parameter) {
    return "days " + number.apply(parameter);
  }

  private static String words(List<String> words) {
    return String.join(", ", words);
  }
}
