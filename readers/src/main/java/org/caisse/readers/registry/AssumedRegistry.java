package org.caisse.readers.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.caisse.domain.contribution.EmployerFacts;

/**
 * For whoever has no registry: every employer and person that a file names is taken for known and
 * affiliated. So all can be checked that a sender can know, before anything is sent.
 *
 * <p>Persons are told apart within one declaration and forgotten with the next, so that memory
 * depends on the largest declaration and not on the file. An instance serves one reader.
 */
public final class AssumedRegistry implements Registry {

  private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

  private final String population;
  private final Map<String, Integer> persons = new HashMap<>();

  /**
   * @param population whom the declarations are taken to concern, a code of the pack; empty when
   *     nobody says
   */
  public AssumedRegistry(String population) {
    this.population = population;
  }

  /** Asked once for each header, before the lines of its declaration. */
  @Override
  public EmployerFacts employer(String no, LocalDate periodStart) {
    persons.clear();
    return no.isBlank() ? null : new EmployerFacts(0, no, population, "", ALWAYS, null);
  }

  @Override
  public int person(CharSequence no) {
    String text = no.toString();
    return text.isBlank() ? -1 : persons.computeIfAbsent(text, unseen -> persons.size());
  }

  @Override
  public int personFrom(int person) {
    return Integer.MIN_VALUE;
  }

  @Override
  public int personTo(int person) {
    return Integer.MAX_VALUE;
  }
}
