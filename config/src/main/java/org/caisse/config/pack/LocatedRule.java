package org.caisse.config.pack;

import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.ContributionRule;

/**
 * A contribution rule with the place where it stands.
 *
 * @param rule the rule
 * @param head what it says of itself
 */
record LocatedRule(ContributionRule rule, DatedRule head) {

  /** Of the rule in its file. */
  YamlNode place() {
    return head.place();
  }
}
