package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.EmployerMonthVerdict;
import org.caisse.domain.contribution.WithdrawalEffect;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.pack.Payer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentTextsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void everythingThatADocumentNamesHasAText(Language language) {
    List<String> keys = new ArrayList<>();
    Arrays.stream(Payer.values()).forEach(p -> keys.add("payer." + p));
    Arrays.stream(Payer.values()).forEach(p -> keys.add("notice.share." + p));
    Arrays.stream(Component.values()).forEach(c -> keys.add("component." + c));
    Arrays.stream(DeclarationKind.values()).forEach(k -> keys.add("kind." + k));
    Arrays.stream(WithdrawalEffect.values())
        .filter(effect -> effect != WithdrawalEffect.NOTHING)
        .forEach(effect -> keys.add("withdrawal.effect." + effect));
    Arrays.stream(EmployerMonthVerdict.State.values()).forEach(s -> keys.add("notice.state." + s));

    assertThat(Messages.of("documents", language).keys()).containsAll(keys);
  }
}
