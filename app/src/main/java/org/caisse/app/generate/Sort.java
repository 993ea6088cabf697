package org.caisse.app.generate;

/** A sort of employer: what its declarations are, and who collects. */
enum Sort {
  STATE("salaried_public", Body.CARFO),
  PUBLIC_BODY("salaried_public", Body.CARFO),
  PRIVATE("salaried_private", Body.CNSS),
  CNSS_PENSIONS("pensioner", Body.CNSS),
  CARFO_PENSIONS("pensioner", Body.CARFO);

  private final String population;
  private final Body body;

  Sort(String population, Body body) {
    this.population = population;
    this.body = body;
  }

  String population() {
    return population;
  }

  Body body() {
    return body;
  }

  boolean pensions() {
    return population.equals("pensioner");
  }
}
