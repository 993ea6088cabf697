package org.caisse.jobs.registry;

import static org.caisse.jobs.registry.RegistryTable.Type.AMOUNT;
import static org.caisse.jobs.registry.RegistryTable.Type.DECIMAL;
import static org.caisse.jobs.registry.RegistryTable.Type.FLAG;
import static org.caisse.jobs.registry.RegistryTable.Type.SMALL;
import static org.caisse.jobs.registry.RegistryTable.Type.TEXT;
import static org.caisse.jobs.registry.RegistryTable.Type.WHOLE;

import java.util.List;
import java.util.function.Function;
import org.caisse.domain.registry.JudgeCareRow;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.registry.RegistryKind.Opener;
import org.caisse.jobs.registry.RegistryKind.RowJudge;
import org.caisse.jobs.registry.RegistryTable.Column;
import org.caisse.jobs.registry.RegistryTable.Reference;
import org.caisse.jobs.run.RunContext;
import org.caisse.readers.registry.CareFile;
import org.caisse.readers.registry.CareRow;

/** The registry of care: who gives it, to whose dependants, which acts, at what price. */
final class CareKinds {

  private final RunContext run;
  private final ReceivedFiles received;
  private final int decimals;

  CareKinds(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
    this.decimals = run.law().pack().currency().decimals();
  }

  /** All of them, in the order in which they need each other. */
  List<RegistryKind<?>> all() {
    return List.of(
        providers(),
        conventions(),
        dependants(),
        statuses(),
        acts(),
        crosswalks(),
        tariffs(),
        medicines(),
        agreements());
  }

  private <T extends CareRow> RegistryKind<T> kind(
      String kind,
      String versions,
      Numbered own,
      String shown,
      Function<T, String> number,
      List<Reference<T>> references,
      List<Column<T>> columns,
      Opener<T> opener,
      RowJudge<T> judge) {
    RegistryTable<T> table =
        new RegistryTable<>(
            kind,
            versions,
            own,
            shown,
            number,
            references,
            columns,
            CareRow::validFrom,
            CareRow::validTo);
    return new RegistryKind<>(run, received, table, opener, judge);
  }

  private static <T> Column<T> key(String name, Function<T, ?> value) {
    return new Column<>(name, TEXT, true, value);
  }

  private static <T> Column<T> text(String name, Function<T, ?> value) {
    return new Column<>(name, TEXT, false, value);
  }

  private static <T> Column<T> column(String name, RegistryTable.Type type, Function<T, ?> value) {
    return new Column<>(name, type, false, value);
  }

  /** A number by whose owner a version is found. */
  private static <T> Reference<T> of(
      String field, Numbered of, String id, Function<T, String> number) {
    return new Reference<>(field, of, id, true, number);
  }

  /** A number that must be known, and is kept as it is. */
  private static <T> Reference<T> known(String field, Numbered of, Function<T, String> number) {
    return new Reference<>(field, of, "", false, number);
  }

  private RegistryKind<CareRow.Provider> providers() {
    return kind(
        "providers",
        "provider_version",
        Numbered.PROVIDER,
        "provider",
        CareRow.Provider::provider,
        List.of(known("ogd", Numbered.OGD, CareRow.Provider::ogd)),
        List.of(
            text("name", CareRow.Provider::name),
            text("level", CareRow.Provider::level),
            text("specialty", CareRow.Provider::specialty),
            text("region", CareRow.Provider::region),
            text("ogd_no", CareRow.Provider::ogd)),
        CareFile::providers,
        (lineNo, row) -> null);
  }

  private RegistryKind<CareRow.Convention> conventions() {
    return kind(
        "conventions",
        "convention",
        null,
        "provider",
        CareRow.Convention::provider,
        List.of(of("provider", Numbered.PROVIDER, "provider_id", CareRow.Convention::provider)),
        List.of(
            text("reference", CareRow.Convention::reference),
            text("level", CareRow.Convention::level)),
        CareFile::conventions,
        (lineNo, row) -> null);
  }

  private RegistryKind<CareRow.Dependant> dependants() {
    return kind(
        "dependants",
        "dependant_link",
        null,
        "dependant",
        CareRow.Dependant::dependant,
        List.of(
            of("head", Numbered.PERSON, "head_id", CareRow.Dependant::head),
            of("dependant", Numbered.PERSON, "dependant_id", CareRow.Dependant::dependant)),
        List.of(
            text("relation", CareRow.Dependant::relation),
            column("rank", SMALL, CareRow.Dependant::rank)),
        CareFile::dependants,
        (lineNo, row) -> JudgeCareRow.dependant(lineNo, row.head(), row.dependant(), row.rank()));
  }

  private RegistryKind<CareRow.Status> statuses() {
    return kind(
        "statuses",
        "person_status",
        null,
        "person",
        CareRow.Status::person,
        List.of(of("person", Numbered.PERSON, "person_id", CareRow.Status::person)),
        List.of(
            key("kind", CareRow.Status::kind),
            key("detail", CareRow.Status::detail),
            text("reference", CareRow.Status::reference)),
        CareFile::statuses,
        (lineNo, row) -> JudgeCareRow.status(lineNo, row.kind(), row.detail()));
  }

  private RegistryKind<CareRow.Act> acts() {
    return kind(
        "acts",
        "act_version",
        Numbered.ACT,
        "act",
        CareRow.Act::act,
        List.of(),
        List.of(
            text("nomenclature", CareRow.Act::nomenclature),
            text("label", CareRow.Act::label),
            text("care_group", CareRow.Act::group),
            text("letter", CareRow.Act::letter),
            column("coefficient", DECIMAL, CareRow.Act::coefficient),
            column("flat_minor", AMOUNT, CareRow.Act::flat),
            text("sex", CareRow.Act::sex),
            column("min_months", WHOLE, CareRow.Act::minMonths),
            column("max_months", WHOLE, CareRow.Act::maxMonths),
            text("levels", CareRow.Act::levels),
            column("agreement", FLAG, CareRow.Act::agreement),
            column("part_percent", DECIMAL, CareRow.Act::partPercent)),
        file -> CareFile.acts(file, decimals),
        (lineNo, row) ->
            JudgeCareRow.act(
                lineNo,
                row.letter(),
                row.coefficient(),
                row.flat(),
                row.partPercent(),
                row.minMonths(),
                row.maxMonths()));
  }

  private RegistryKind<CareRow.Crosswalk> crosswalks() {
    return kind(
        "crosswalks",
        "act_crosswalk",
        null,
        "old_act",
        CareRow.Crosswalk::oldAct,
        List.of(known("new_act", Numbered.ACT, CareRow.Crosswalk::newAct)),
        List.of(
            key("old_code", CareRow.Crosswalk::oldAct),
            text("new_code", CareRow.Crosswalk::newAct)),
        CareFile::crosswalks,
        (lineNo, row) -> JudgeCareRow.crosswalk(lineNo, row.oldAct(), row.newAct()));
  }

  private RegistryKind<CareRow.Tariff> tariffs() {
    return kind(
        "tariffs",
        "tariff",
        null,
        "item",
        CareRow.Tariff::item,
        List.of(known("item", Numbered.ACT, row -> row.basis().equals("act") ? row.item() : "")),
        List.of(
            key("basis", CareRow.Tariff::basis),
            key("item", CareRow.Tariff::item),
            key("level", CareRow.Tariff::level),
            column("unit_minor", AMOUNT, CareRow.Tariff::unitMinor)),
        file -> CareFile.tariffs(file, decimals),
        (lineNo, row) -> null);
  }

  private RegistryKind<CareRow.Medicine> medicines() {
    return kind(
        "medicines",
        "medicine_version",
        Numbered.MEDICINE,
        "medicine",
        CareRow.Medicine::medicine,
        List.of(),
        List.of(
            text("label", CareRow.Medicine::label),
            text("dci", CareRow.Medicine::dci),
            column("reference_minor", AMOUNT, CareRow.Medicine::referencePrice),
            text("generic_group", CareRow.Medicine::genericGroup),
            text("programme", CareRow.Medicine::programme),
            column("agreement", FLAG, CareRow.Medicine::agreement)),
        file -> CareFile.medicines(file, decimals),
        (lineNo, row) -> null);
  }

  private RegistryKind<CareRow.Agreement> agreements() {
    return kind(
        "agreements",
        "prior_agreement_version",
        Numbered.AGREEMENT,
        "agreement",
        CareRow.Agreement::agreement,
        List.of(
            new Reference<>(
                "person", Numbered.PERSON, "person_id", false, CareRow.Agreement::person),
            known(
                "item",
                Numbered.ACT,
                (CareRow.Agreement row) -> row.basis().equals("act") ? row.item() : ""),
            known(
                "item",
                Numbered.MEDICINE,
                (CareRow.Agreement row) -> row.basis().equals("medicine") ? row.item() : "")),
        List.of(
            key("item", CareRow.Agreement::item),
            text("basis", CareRow.Agreement::basis),
            column("asked_quantity", DECIMAL, CareRow.Agreement::askedQuantity),
            column("approved_quantity", DECIMAL, CareRow.Agreement::approvedQuantity),
            column("approved_unit_minor", AMOUNT, CareRow.Agreement::approvedPrice),
            text("reference", CareRow.Agreement::reference),
            text("status", (CareRow.Agreement row) -> row.status().word())),
        file -> CareFile.agreements(file, decimals),
        (lineNo, row) ->
            JudgeCareRow.agreement(
                lineNo,
                row.askedQuantity(),
                row.approvedQuantity(),
                row.approvedPrice(),
                row.status()));
  }
}
