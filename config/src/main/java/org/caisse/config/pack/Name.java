package org.caisse.config.pack;

import java.util.Optional;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;

/** A name for people, in French and English. */
record Name(String fr, String en) {

  static Optional<Name> read(YamlNode node) {
    Optional<YamlMap> keys = node.map();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> fr = keys.get().required("fr").flatMap(YamlNode::text);
    Optional<String> en = keys.get().required("en").flatMap(YamlNode::text);
    keys.get().close();
    return fr.flatMap(f -> en.map(e -> new Name(f, e)));
  }
}
