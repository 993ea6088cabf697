package org.caisse.app.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 12, 97, 100, 1_000, 50_000, 977_183})
  void everyNumberHasOnePlaceAndIsFoundThere(int size) {
    Shuffle shuffle = Shuffle.of(Draw.PERSON_NUMBER, size * 31L, size);
    BitSet places = new BitSet(size);
    for (int i = 0; i < size; i++) {
      int place = shuffle.at(i);
      assertThat(place >= 0 && place < size).isTrue();
      assertThat(shuffle.indexOf(place) == i).isTrue();
      places.set(place);
    }
    assertThat(places.cardinality()).isEqualTo(size);
  }
}
