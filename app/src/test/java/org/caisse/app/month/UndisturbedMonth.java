package org.caisse.app.month;

/** What a month on the prepared workspace leaves when nothing disturbs it. */
public final class UndisturbedMonth {

  private UndisturbedMonth() {}

  /** Its books. */
  public static Books books() {
    return LoadedFund.undisturbedBooks();
  }
}
