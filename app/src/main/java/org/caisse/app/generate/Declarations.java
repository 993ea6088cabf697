package org.caisse.app.generate;

import java.util.List;

/**
 * Who declares when and how: conducts are dealt out by rank in a shuffled list of the employers, so
 * that their numbers are exact. Holds two bytes per employer.
 */
final class Declarations {

  private static final Conduct[] CONDUCTS = Conduct.values();
  private static final WrongDeclaration[] WRONGS = WrongDeclaration.values();
  private final byte[] conducts;
  private final byte[] wrongs;
  private final boolean[] again;

  Declarations(FundOptions options, Employers employers) {
    conducts = new byte[employers.count()];
    wrongs = new byte[employers.count()];
    again = new boolean[employers.count()];
    if (options.singleFile()) {
      return;
    }
    Shuffle ranks = Shuffle.of(Draw.EMPLOYER_CONDUCT, options.seed(), employers.ordinary());
    int rank = 0;
    for (int w = 0; w < WRONGS.length; w++) {
      int wanted = WRONGS[w].employers(employers.count(), options.errorPercent());
      if (WRONGS[w] == WrongDeclaration.EMPLOYER_INACTIVE) {
        for (int i = 0; i < Math.min(wanted, employers.ended()); i++) {
          wrong(employers.firstEnded() + i, w, false);
        }
        continue;
      }
      for (int i = 0; i < wanted && rank < ranks.size(); i++) {
        wrong(ranks.at(rank++) + 1, w, i % 2 == 0);
      }
    }
    for (int c = 0; c < CONDUCTS.length; c++) {
      int wanted = wanted(CONDUCTS[c], employers.ordinary(), options.messPercent());
      for (int i = 0; i < wanted && rank < ranks.size(); i++) {
        conducts[ranks.at(rank++) + 1] = (byte) c;
      }
    }
  }

  private static int wanted(Conduct conduct, int employers, int messPercent) {
    return switch (conduct) {
      case FOREIGN ->
          messPercent == 0
              ? 0
              : Math.max(SenderForm.values().length, employers * messPercent / 100);
      case COMPLETED, CORRECTED -> messPercent == 0 ? 0 : conduct.employers(employers);
      case REGULAR,
          SINGLE_FILE,
          MISSING,
          NIL,
          NIL_LATE,
          NIL_THEN_REPLACED,
          LATE_ONE,
          LATE_TWO,
          REPLACED_AT_SECOND,
          REPLACED_AT_THIRD,
          REPLACED_TWICE,
          LATE_THEN_REPLACED,
          REPEATED,
          WRONG ->
          conduct.employers(employers);
    };
  }

  private void wrong(int employer, int number, boolean declaresAgain) {
    conducts[employer] = (byte) (CONDUCTS.length - 1);
    wrongs[employer] = (byte) number;
    again[employer] = declaresAgain;
  }

  Conduct conduct(int employer) {
    return CONDUCTS[conducts[employer]];
  }

  /** What an employer sends, in the order of receipt; at most one declaration at each. */
  List<Declaration> of(Employers employers, int e) {
    if (!employers.affiliated(e) && conduct(e) != Conduct.WRONG) {
      return List.of();
    }
    Declaration first = Declaration.original(e, 0);
    return switch (conduct(e)) {
      case REGULAR, SINGLE_FILE -> List.of(first);
      case MISSING -> List.of();
      case NIL -> List.of(Declaration.nil(e, 0));
      case NIL_LATE -> List.of(Declaration.nil(e, 1));
      case NIL_THEN_REPLACED -> List.of(Declaration.nil(e, 0), Declaration.replacement(e, 1, 2));
      case LATE_ONE -> List.of(Declaration.original(e, 1));
      case LATE_TWO -> List.of(Declaration.original(e, 2));
      case REPLACED_AT_SECOND -> List.of(first, Declaration.replacement(e, 1, 2));
      case REPLACED_AT_THIRD -> List.of(first, Declaration.replacement(e, 2, 2));
      case REPLACED_TWICE ->
          List.of(first, Declaration.replacement(e, 1, 2), Declaration.replacement(e, 2, 3));
      case LATE_THEN_REPLACED ->
          List.of(Declaration.original(e, 1), Declaration.replacement(e, 2, 2));
      case REPEATED -> List.of(first.clean(), first.clean().repeatedAt(1));
      case COMPLETED ->
          employers.staff(e) < 2
              ? List.of(first.clean())
              : List.of(Declaration.incomplete(e), Declaration.complement(e));
      case CORRECTED, FOREIGN -> List.of(Declaration.lastWrong(e), Declaration.correction(e));
      case WRONG -> refused(e, first);
    };
  }

  private List<Declaration> refused(int e, Declaration first) {
    WrongDeclaration wrong = WRONGS[wrongs[e]];
    if (wrong == WrongDeclaration.SEQUENCE_REUSED) {
      return List.of(first, Declaration.wrong(e, 1, wrong));
    }
    Declaration refused = Declaration.wrong(e, 0, wrong);
    return again[e] ? List.of(refused, Declaration.original(e, 1).clean()) : List.of(refused);
  }

  /** The declaration of an employer that is received on a day, or null. */
  Declaration at(Employers employers, int e, int receipt) {
    for (Declaration declaration : of(employers, e)) {
      if (declaration.receipt() == receipt) {
        return declaration;
      }
    }
    return null;
  }
}
