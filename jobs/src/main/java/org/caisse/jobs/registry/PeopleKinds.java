package org.caisse.jobs.registry;

import static org.caisse.jobs.registry.RegistryTable.Type.DATE;
import static org.caisse.jobs.registry.RegistryTable.Type.TEXT;

import java.util.List;
import java.util.Map;
import org.caisse.domain.pack.Population;
import org.caisse.domain.registry.JudgeRegistryRow;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.registry.RegistryTable.Column;
import org.caisse.jobs.registry.RegistryTable.Reference;
import org.caisse.jobs.run.RunContext;
import org.caisse.readers.line.Position;
import org.caisse.readers.registry.EmployerRow;
import org.caisse.readers.registry.IdentifierRow;
import org.caisse.readers.registry.OgdRow;
import org.caisse.readers.registry.PersonRow;
import org.caisse.readers.registry.RegistryFile;

/** The registry of who contributes: delegated bodies, employers, persons and their numbers. */
final class PeopleKinds {

  private final RunContext run;
  private final ReceivedFiles received;
  private final Map<String, Population> populations;

  PeopleKinds(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
    this.populations = run.law().pack().populations();
  }

  /** All of them, in the order in which they need each other. */
  List<RegistryKind<?>> all() {
    return List.of(ogds(), employers(), persons(), identifiers());
  }

  private RegistryKind<OgdRow> ogds() {
    return new RegistryKind<>(
        run,
        received,
        new RegistryTable<>(
            "ogds",
            "ogd_version",
            Numbered.OGD,
            "ogd",
            OgdRow::ogd,
            List.of(),
            List.of(new Column<>("name", TEXT, false, OgdRow::name)),
            OgdRow::validFrom,
            OgdRow::validTo),
        file -> RegistryFile.ogds(file, Position.START),
        (lineNo, row) -> null);
  }

  private RegistryKind<EmployerRow> employers() {
    return new RegistryKind<>(
        run,
        received,
        new RegistryTable<>(
            "employers",
            "employer_version",
            Numbered.EMPLOYER,
            "employer",
            EmployerRow::employer,
            List.of(new Reference<>("ogd", Numbered.OGD, "", false, EmployerRow::ogd)),
            List.of(
                new Column<>("name", TEXT, false, EmployerRow::name),
                new Column<>("population", TEXT, false, EmployerRow::population),
                new Column<>("ogd_no", TEXT, false, EmployerRow::ogd)),
            EmployerRow::validFrom,
            EmployerRow::validTo),
        file -> RegistryFile.employers(file, Position.START),
        (lineNo, row) -> JudgeRegistryRow.employer(lineNo, row.population(), populations));
  }

  private RegistryKind<PersonRow> persons() {
    return new RegistryKind<>(
        run,
        received,
        new RegistryTable<>(
            "persons",
            "person_version",
            Numbered.PERSON,
            "person",
            PersonRow::person,
            List.of(new Reference<>("ogd", Numbered.OGD, "", false, PersonRow::ogd)),
            List.of(
                new Column<>("last_name", TEXT, false, PersonRow::lastName),
                new Column<>("first_name", TEXT, false, PersonRow::firstName),
                new Column<>("birth_date", DATE, false, PersonRow::birthDate),
                new Column<>("sex", TEXT, false, PersonRow::sex),
                new Column<>("population", TEXT, false, PersonRow::population),
                new Column<>("ogd_no", TEXT, false, PersonRow::ogd)),
            PersonRow::validFrom,
            PersonRow::validTo),
        file -> RegistryFile.persons(file, Position.START),
        (lineNo, row) -> JudgeRegistryRow.person(lineNo, row.population(), populations));
  }

  private RegistryKind<IdentifierRow> identifiers() {
    return new RegistryKind<>(
        run,
        received,
        new RegistryTable<>(
            "identifiers",
            "person_identifier",
            null,
            "person",
            IdentifierRow::person,
            List.of(
                new Reference<>(
                    "person", Numbered.PERSON, "person_id", true, IdentifierRow::person)),
            List.of(
                new Column<>("kind", TEXT, true, IdentifierRow::kind),
                new Column<>("value", TEXT, false, IdentifierRow::value)),
            IdentifierRow::validFrom,
            IdentifierRow::validTo),
        RegistryFile::identifiers,
        (lineNo, row) -> null);
  }
}
