package org.caisse.jobs.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found; the first {@value #MOST} of each severity are kept. */
final class Findings {

  static final int MOST = 1_000;

  private final List<Finding> broken = new ArrayList<>();
  private final List<Finding> notices = new ArrayList<>();
  private long count;

  void broken(String what, String where, String found, String todo) {
    add(broken, new Finding(Finding.Severity.BROKEN, what, where, found, todo));
  }

  void notice(String what, String where, String found, String todo) {
    add(notices, new Finding(Finding.Severity.NOTICE, what, where, found, todo));
  }

  /** The broken ones first. */
  List<Finding> first() {
    List<Finding> all = new ArrayList<>(broken);
    all.addAll(notices);
    return all.subList(0, Math.min(MOST, all.size()));
  }

  long count() {
    return count;
  }

  private void add(List<Finding> findings, Finding finding) {
    count++;
    if (findings.size() < MOST) {
      findings.add(finding);
    }
  }
}
