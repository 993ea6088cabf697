package org.caisse.app.generate;

/** The delegated bodies (OGD) of the made-up fund. */
enum Body {
  CARFO("EXEMPLE - Caisse des fonctionnaires"),
  CNSS("EXEMPLE - Caisse des salariés du privé"),
  MUTUELLES("EXEMPLE - Union des mutuelles sociales");

  private final String title;

  Body(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
