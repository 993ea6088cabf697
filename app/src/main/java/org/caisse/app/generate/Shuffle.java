package org.caisse.app.generate;

/**
 * An order of the numbers from 0 to {@code size - 1} that looks shuffled, can be asked in both
 * directions and takes no memory: {@code factor * i + offset} modulo {@code size}.
 */
record Shuffle(int size, long factor, long inverse, long offset) {

  static Shuffle of(Draw draw, long seed, int size) {
    if (size < 2) {
      return new Shuffle(Math.max(size, 1), 1, 1, 0);
    }
    // Near the golden section of the size, so that neighbours land far apart.
    long factor = size * 618_034L / 1_000_000 + draw.below(Math.max(1, size / 16), seed, 0);
    while (gcd(factor, size) != 1) {
      factor++;
    }
    return new Shuffle(
        size, factor % size, inverse(factor % size, size), draw.below(size, seed, 1));
  }

  /** Where number {@code i} goes. */
  int at(int i) {
    return (int) ((factor * i + offset) % size);
  }

  /** Which number goes to {@code place}. */
  int indexOf(int place) {
    return (int) (inverse * ((place + size - offset) % size) % size);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static long inverse(long value, long modulus) {
    long r = modulus;
    long nextR = value;
    long t = 0;
    long nextT = 1;
    while (nextR != 0) {
      long quotient = r / nextR;
      long newR = r - quotient * nextR;
      r = nextR;
      nextR = newR;
      long newT = t - quotient * nextT;
      t = nextT;
      nextT = newT;
    }
    return t < 0 ? t + modulus : t;
  }
}
