package org.caisse.config.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The results of work that gives the same for the same, the few that were asked for last: the runs
 * of a process apply the same few laws and formats, and reading one takes longer than a small run's
 * own work. Threads may share it, and what it keeps: that must be immutable.
 *
 * @param <K> what the result depends on, all of it
 * @param <V> the result
 */
public final class Recent<K, V> {

  private static final int MOST = 8;

  private final Map<K, V> kept = new LinkedHashMap<>(MOST, 0.75f, true);

  /**
   * The result for a key, which is worked out when it is not kept. What throws is not kept; two
   * threads that ask at once may both work it out.
   */
  public V get(K key, Function<? super K, ? extends V> work) {
    synchronized (kept) {
      V known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    V made = work.apply(key);
    synchronized (kept) {
      kept.put(key, made);
      if (kept.size() > MOST) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return made;
  }
}
