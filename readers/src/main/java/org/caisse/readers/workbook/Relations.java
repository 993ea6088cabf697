package org.caisse.readers.workbook;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which parts belong to a part (ECMA-376 part 2, 9.3). A target is the name of another part of the
 * archive, whatever it looks like: nothing else is ever opened.
 */
final class Relations {

  private static final int MAX_RELATIONS = 10_000;

  /**
   * @param type the last word of its type, the same in all editions of the standard
   * @param target name of a part
   */
  private record Relation(String type, String target) {}

  private final Map<String, Relation> byId = new HashMap<>();
  private final List<Relation> all = new ArrayList<>();

  /**
   * @param source the part whose relations are read, or an empty string for the archive itself
   */
  static Relations of(Container container, String source) throws IOException {
    Relations relations = new Relations();
    int slash = source.lastIndexOf('/');
    String folder = source.substring(0, slash + 1);
    String name = folder + "_rels/" + source.substring(slash + 1) + ".rels";
    if (!container.has(name)) {
      return relations;
    }
    try (XmlPart part = new XmlPart(container, name)) {
      while (part.goTo("Relationship")) {
        relations.add(part, folder);
      }
    }
    return relations;
  }

  /** The part of this type, or null. */
  String ofType(String type) {
    for (Relation relation : all) {
      if (relation.type.equals(type)) {
        return relation.target;
      }
    }
    return null;
  }

  /** The part of this id, or null when there is none or it is of another type. */
  String ofId(String id, String type) {
    Relation relation = byId.get(id);
    return relation != null && relation.type.equals(type) ? relation.target : null;
  }

  private void add(XmlPart part, String folder) {
    String id = part.attribute("Id");
    String type = part.attribute("Type");
    String target = part.attribute("Target");
    if (id == null || type == null || target == null) {
      throw part.damaged();
    }
    if (all.size() == MAX_RELATIONS) {
      throw WorkbookException.tooLarge(part.name(), MAX_RELATIONS);
    }
    Relation relation =
        new Relation(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target));
    all.add(relation);
    if (byId.put(id, relation) != null) {
      throw part.damaged();
    }
  }

  private static String resolved(String folder, String target) {
    Deque<String> path = new ArrayDeque<>();
    String from = target.startsWith("/") ? target : folder + target;
    for (String step : from.split("/", -1)) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }
}
