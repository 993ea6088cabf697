package org.caisse.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.caisse.config.pack.PackLoader;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.claim.PendReason;
import org.caisse.domain.claim.Reduction.Argument;
import org.caisse.domain.claim.ReductionCode;
import org.caisse.domain.pack.Pack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What providers and insured persons are told of care that is not paid. */
class CareTextTest {

  private static final Pack MALI = PackLoader.load(Path.of("src/main/resources/packs"), "ml-amo");
  private static final List<Argument> LIMIT =
      List.of(
          new Argument(Argument.Kind.WORD, "ultrasounds"),
          new Argument(Argument.Kind.QUANTITY, "3000"),
          new Argument(Argument.Kind.DAY, "2026-02-10"));

  @ParameterizedTest
  @EnumSource
  void everyReasonSaysWhatHappenedAndWhatToDo(Language language) {
    CareText text = new CareText(language, MALI.currency(), MALI.care());
    List<Argument> any = Collections.nCopies(3, new Argument(Argument.Kind.TEXT, "«X»"));
    Set<String> keys = new TreeSet<>();
    for (ReductionCode code : ReductionCode.values()) {
      assertThat(text.what(code, any)).as(code.name()).endsWith(".").doesNotContain("{");
      keys.addAll(List.of("reduction." + code, "reduction." + code + ".todo"));
      for (Bearer bearer : Bearer.values()) {
        String todo = text.todo(code, bearer, any);
        assertThat(todo).as(code.name()).endsWith(".").doesNotContain("{");
        String asked = language == Language.FR ? "acturez" : "Charge the patient";
        assertThat(bearer == Bearer.PROVIDER && todo.contains(asked) && todo.contains("patient"))
            .as("nobody is told to charge a patient what the provider bears: %s", code)
            .isFalse();
        String own = "reduction." + code + ".todo." + bearer.name().toLowerCase(Locale.ROOT);
        if (Messages.of(language).has(own)) {
          keys.add(own);
        }
      }
    }
    for (PendReason reason : PendReason.values()) {
      assertThat(text.what(reason)).endsWith(".");
      assertThat(text.todo(reason)).endsWith(".");
    }
    assertThat(Messages.of(language).keys().stream().filter(key -> key.startsWith("reduction.")))
        .as("texts that no reason has any more")
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @EnumSource
  void wordsOfTheLawDaysAndAmountsAreWrittenForPeople(Language language) {
    CareText text = new CareText(language, MALI.currency(), MALI.care());

    String what = text.what(ReductionCode.LIMIT_COUNT, LIMIT);

    switch (language) {
      case FR ->
          assertThat(what)
              .isEqualTo(
                  "La limite «\u00A0trois échographies obstétricales par grossesse\u00A0» est"
                      + " atteinte\u00A0: 3 au plus, et des soins du 10/02/2026 comptent déjà.");
      case EN ->
          assertThat(what)
              .isEqualTo(
                  "The limit “three obstetric ultrasounds a pregnancy” is reached: 3 at most, and"
                      + " care of 10 February 2026 counts already.");
    }
  }
}
