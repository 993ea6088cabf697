package org.caisse.writers.document;

import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.domain.reject.RejectCode;

/** What the sender of a file should do next, as its acknowledgement says it. */
final class NextSteps {

  private NextSteps() {}

  /** One sentence or two each, in order; never empty. */
  static List<String> of(ReceivedFile file, Messages messages) {
    ReceivedFile.Declarations declarations = file.declarations();
    boolean empty = declarations.filed() + declarations.refused() + declarations.repeated() == 0;
    List<String> steps = new ArrayList<>();
    int takenBefore = takenBefore(file);
    if (!file.rejectFile().isEmpty()) {
      steps.add(messages.get("ack.next.rejects", file.rejectFile()));
    }
    if (declarations.refused() != 0) {
      steps.add(messages.get("ack.next.refused"));
    }
    if (declarations.filed() != 0 && file.lines().rejected() > takenBefore) {
      steps.add(messages.get("ack.next.lines"));
    }
    if (takenBefore != 0) {
      steps.add(messages.get("ack.next.taken", takenBefore));
    }
    if (declarations.repeated() != 0) {
      steps.add(messages.get("ack.next.repeated"));
    }
    if (file.form().question() != null) {
      steps.add(messages.get("ack.next.unread"));
    } else if (empty) {
      steps.add(messages.get("ack.next.empty"));
    }
    if (steps.isEmpty()) {
      steps.add(messages.get("ack.next.nothing"));
    }
    return steps;
  }

  /** Lines that are refused only because they count already. */
  private static int takenBefore(ReceivedFile file) {
    return file.rejects().stream()
        .filter(rejects -> rejects.first().code() == RejectCode.LINE_TAKEN_BEFORE)
        .mapToInt(ReceivedFile.Rejects::count)
        .sum();
  }
}
