package org.caisse.app.generate;

/** A sort of employer: whom it pays, and who collects. */
enum Sort {
  STATE(Body.PUBLIC),
  PUBLIC_BODY(Body.PUBLIC),
  PRIVATE(Body.PRIVATE),
  PRIVATE_PENSIONS(Body.PRIVATE),
  PUBLIC_PENSIONS(Body.PUBLIC);

  private final Body body;

  Sort(Body body) {
    this.body = body;
  }

  Body body() {
    return body;
  }

  boolean pensions() {
    return this == PRIVATE_PENSIONS || this == PUBLIC_PENSIONS;
  }
}
