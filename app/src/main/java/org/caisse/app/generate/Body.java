package org.caisse.app.generate;

/** The delegated bodies (OGD) of a made-up fund, by what they collect. */
enum Body {
  /** Public pay and pensions. */
  PUBLIC("CARFO", "EXEMPLE - Caisse des fonctionnaires", "CMSS", "EXEMPLE - Sécurité sociale"),
  /** Private pay and pensions. */
  PRIVATE("CNSS", "EXEMPLE - Caisse des salariés du privé", "INPS", "EXEMPLE - Prévoyance sociale"),
  /** Members without employer; in Mali the body of the private sector collects from them. */
  MEMBERS("MUTUELLES", "EXEMPLE - Union des mutuelles sociales", "INPS", null);

  private final String burkina;
  private final String burkinaTitle;
  private final String mali;
  private final String maliTitle;

  Body(String burkina, String burkinaTitle, String mali, String maliTitle) {
    this.burkina = burkina;
    this.burkinaTitle = burkinaTitle;
    this.mali = mali;
    this.maliTitle = maliTitle;
  }

  String code(Scheme scheme) {
    return switch (scheme) {
      case BF_AMU -> burkina;
      case ML_AMO -> mali;
    };
  }

  /** Null where it is another body too. */
  String title(Scheme scheme) {
    return switch (scheme) {
      case BF_AMU -> burkinaTitle;
      case ML_AMO -> maliTitle;
    };
  }
}
