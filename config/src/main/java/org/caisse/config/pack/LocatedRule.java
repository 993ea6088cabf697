package org.caisse.config.pack;

import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.ContributionRule;

/**
 * A contribution rule with the place where it stands.
 *
 * @param rule the rule
 * @param place of the rule in its file
 */
record LocatedRule(ContributionRule rule, YamlNode place) {}
