package org.caisse.readers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first inputs of every target, the same in every build; {@code -Dcaisse.fuzz.inputs} asks for
 * more. {@link Fuzz} goes on from there.
 */
class FuzzTest {

  private static final int INPUTS = Integer.getInteger("caisse.fuzz.inputs", 12);

  @TempDir private Path folder;

  static List<String> targets() {
    return Targets.all().stream().map(FuzzTarget::name).toList();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everythingIsAccountedFor(String name) throws IOException {
    FuzzTarget target = Targets.of(name);
    Mutations mutations = new Mutations(target);
    long lines = 0;
    for (int number = 0; number < INPUTS; number++) {
      try {
        lines += target.check(mutations.input(number), folder).lines();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("input %d of %s".formatted(number, name), e);
      }
    }
    assertThat(lines).isPositive();
  }

  /** Mutations of what is refused anyway would find nothing. */
  @ParameterizedTest
  @MethodSource("targets")
  void whatInputsAreMadeFromIsAccepted(String name) throws IOException {
    FuzzTarget target = Targets.of(name);
    for (byte[] seed : target.seeds()) {
      assertThat(target.check(seed, folder).refused()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void anInputIsTheSameEveryTime(String name) throws IOException {
    FuzzTarget target = Targets.of(name);

    assertThat(HexFormat.of().formatHex(new Mutations(target).input(77)))
        .isEqualTo(HexFormat.of().formatHex(new Mutations(target).input(77)));
  }
}
