package org.caisse.readers.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.caisse.domain.contribution.EmployerFacts;
import org.junit.jupiter.api.Test;

class RegistrySnapshotTest {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

  @Test
  void personsAreFoundWithWhatTheRegistryKnows() {
    RegistrySnapshot registry =
        new RegistrySnapshot.Builder()
            .addPerson("P1", 71, 100, 200)
            .addPerson("P2".getBytes(UTF_8), Long.MAX_VALUE, -5, Integer.MAX_VALUE)
            .build();
    int first = registry.person("P1");
    int second = registry.person(CharBuffer.wrap("xP2").subSequence(1, 3));
    assertThat(registry.persons()).isEqualTo(2);
    assertThat(registry.personId("P1", first)).isEqualTo(71);
    assertThat(registry.personFrom(first)).isEqualTo(100);
    assertThat(registry.personTo(first)).isEqualTo(200);
    assertThat(registry.personId("P2", second)).isEqualTo(Long.MAX_VALUE);
    assertThat(registry.personFrom(second)).isEqualTo(-5);
    assertThat(registry.personTo(second)).isEqualTo(Integer.MAX_VALUE);
    assertThat(registry.person("P3")).isEqualTo(-1);
    assertThat(registry.person("")).isEqualTo(-1);
  }

  @Test
  void keysFarFromEachOtherAndDaysOfAllKindsAreKept() {
    Random random = new Random(7);
    long[] keys = {5, 5L + Integer.MAX_VALUE, 5L + Integer.MIN_VALUE, 1L << 40, -1L << 50, 6};
    for (int kinds = 1; kinds <= keys.length; kinds++) {
      RegistrySnapshot.Builder builder = new RegistrySnapshot.Builder(random.nextInt(200));
      int[] from = random.ints(100).toArray();
      int[] to = random.ints(100).toArray();
      for (int i = 0; i < 100; i++) {
        builder.addPerson("P" + (1_000 + i), keys[i % kinds] + i, from[i], to[i % 3]);
      }
      RegistrySnapshot registry = builder.build();
      for (int i = 0; i < 100; i++) {
        int person = registry.person("P" + (1_000 + i));
        assertThat(registry.personId("P" + (1_000 + i), person)).isEqualTo(keys[i % kinds] + i);
        assertThat(registry.personFrom(person)).isEqualTo(from[i]);
        assertThat(registry.personTo(person)).isEqualTo(to[i % 3]);
      }
    }
  }

  @Test
  void numbersOfOnePersonAreOnePersonAndKeepTheirOwnKeys() {
    RegistrySnapshot registry =
        new RegistrySnapshot.Builder()
            .addPerson("P1", 71, 100, 200)
            .addPerson("P2", 72, 150, 300)
            .addPerson("P3", 73, 50, 60)
            .belongs(72, 71)
            .belongs(73, 99)
            .build();

    assertThat(registry.person("P2")).isEqualTo(registry.person("P1"));
    assertThat(registry.personFrom(registry.person("P2"))).isEqualTo(100);
    assertThat(registry.personTo(registry.person("P1"))).isEqualTo(300);
    assertThat(registry.personId("P2", registry.person("P2"))).isEqualTo(72);
    assertThat(registry.personId("P1", registry.person("P1"))).isEqualTo(71);
    assertThat(registry.personFrom(registry.person("P3"))).as("nobody knows 99").isEqualTo(50);
  }

  @Test
  void nobodyIsFoundInAnEmptyRegistry() {
    RegistrySnapshot registry = new RegistrySnapshot.Builder().build();
    assertThat(registry.persons()).isZero();
    assertThat(registry.person("P1")).isEqualTo(-1);
    assertThat(registry.employer("E1", JANUARY)).isNull();
  }

  @Test
  void identifiersWithTheSameHashAreToldApart() {
    // "Aa" and "BB" have the same polynomial hash, and so has whatever is made of them.
    RegistrySnapshot.Builder builder = new RegistrySnapshot.Builder();
    for (int i = 0; i < 512; i++) {
      builder.addPerson(sameHash(i), i, i, i + 1);
    }
    RegistrySnapshot registry = builder.build();
    for (int i = 0; i < 512; i++) {
      assertThat(registry.personId(sameHash(i), registry.person(sameHash(i)))).isEqualTo(i);
    }
    for (int i = 512; i < 1024; i++) {
      assertThat(registry.person(sameHash(i))).isEqualTo(-1);
    }
  }

  @Test
  void anyTextIsAnIdentifier() {
    Random random = new Random(5);
    Map<String, Integer> expected = new HashMap<>();
    RegistrySnapshot.Builder builder = new RegistrySnapshot.Builder();
    while (expected.size() < 50_000) {
      String no = text(random);
      if (expected.putIfAbsent(no, expected.size()) == null) {
        builder.addPerson(no, expected.size() - 1L, 0, 1);
      }
    }
    RegistrySnapshot registry = builder.build();
    expected.forEach((no, index) -> assertThat(registry.person(no)).isEqualTo(index));
    for (int i = 0; i < 50_000; i++) {
      String no = text(random);
      assertThat(registry.person(no)).isEqualTo(expected.getOrDefault(no, -1));
    }
  }

  @Test
  void halfACharacterIsNobodysNumber() {
    RegistrySnapshot.Builder builder = new RegistrySnapshot.Builder().addPerson("P?", 1, 0, 1);
    assertThat(builder.build().person("P\uD800")).isEqualTo(-1);
    assertThatThrownBy(() -> new RegistrySnapshot.Builder().addPerson("P\uD800", 2, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoPersonsWithOneNumberAreRefused() {
    RegistrySnapshot.Builder builder =
        new RegistrySnapshot.Builder()
            .addPerson("P1", 1, 0, 1)
            .addPerson("P2", 2, 0, 1)
            .addPerson("P1", 3, 0, 1);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'P1'");
  }

  @Test
  void theVersionOfAnEmployerIsTheLastThatBeganBeforeTheEndOfTheMonth() {
    EmployerFacts first = employer("OGD1", LocalDate.of(2026, 2, 15));
    EmployerFacts second = employer("OGD2", LocalDate.of(2026, 4, 1));
    EmployerFacts third = employer("OGD3", LocalDate.of(2026, 4, 30));
    RegistrySnapshot registry =
        new RegistrySnapshot.Builder()
            .addEmployer(third.validFrom(), third)
            .addEmployer(first.validFrom(), first)
            .addEmployer(second.validFrom(), second)
            .build();
    assertThat(registry.employer("E1", JANUARY)).isSameAs(first);
    assertThat(registry.employer("E1", LocalDate.of(2026, 2, 1))).isSameAs(first);
    assertThat(registry.employer("E1", LocalDate.of(2026, 3, 1))).isSameAs(first);
    assertThat(registry.employer("E1", LocalDate.of(2026, 4, 1))).isSameAs(third);
    assertThat(registry.employer("E1", LocalDate.of(2027, 1, 1))).isSameAs(third);
    assertThat(registry.employer("E2", JANUARY)).isNull();
  }

  @Test
  void twoVersionsOfAnEmployerFromOneDayAreRefused() {
    RegistrySnapshot.Builder builder =
        new RegistrySnapshot.Builder().addEmployer(JANUARY, employer("OGD1", JANUARY));
    assertThatThrownBy(() -> builder.addEmployer(JANUARY, employer("OGD2", JANUARY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'E1'")
        .hasMessageContaining("2026-01-01");
  }

  private static EmployerFacts employer(String ogd, LocalDate from) {
    return new EmployerFacts(1, "E1", "salaried_private", ogd, from, null);
  }

  private static String sameHash(int bits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append((bits >> i & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  private static String text(Random random) {
    int[] alphabet = {'0', '1', 'P', 'p', ' ', '\t', 'é', 'É', '٣', 0x1F600, 0xFFFD};
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(7); n > 0; n--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }
}
