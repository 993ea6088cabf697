package org.caisse.app.generate;

import java.util.HashMap;
import java.util.Map;

/** Where the refused lines stood that come back corrected: one of each employer that sends any. */
final class RefusedLines {

  /** A refused line: in which file, and where. */
  record Place(String file, int line) {}

  private final Map<Integer, Place> places = new HashMap<>();
  private String file = "";

  /** Goes to a file. */
  void in(String name) {
    file = name;
  }

  void note(Declaration declaration, PayLine line, int lineNo) {
    if (declaration.part() == Declaration.Part.LAST_WRONG && line.wrong() != null) {
      places.put(line.employer(), new Place(file, lineNo));
    }
  }

  Place of(int employer) {
    return places.get(employer);
  }
}
