package org.caisse.domain.care;

import java.util.List;

/**
 * Which care is meant: groups, acts, or both.
 *
 * @param groups ids of groups
 * @param acts codes of acts or medicines
 */
public record CareScope(List<String> groups, List<String> acts) {

  /** Whatever care there is. */
  public static final CareScope ALL = new CareScope(List.of(), List.of());

  /** No care at all. */
  public static final CareScope NONE = new CareScope(List.of("-"), List.of());

  public CareScope {
    groups = List.copyOf(groups);
    acts = List.copyOf(acts);
  }

  /** Whether it holds an act of a group; without groups and acts it holds all. */
  public boolean holds(String group, String act) {
    return (groups.isEmpty() && acts.isEmpty()) || groups.contains(group) || acts.contains(act);
  }
}
