package org.caisse.app.generate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Names as one meets them in Burkina Faso, put together at random: nobody is meant. */
final class Names {

  private static final byte[][] SURNAMES =
      bytes(
          """
          OUÉDRAOGO OUÉDRAOGO OUÉDRAOGO SAWADOGO SAWADOGO KABORÉ KABORÉ TRAORÉ TRAORÉ ZONGO ILBOUDO \
          COMPAORÉ TAPSOBA NIKIÉMA SANKARA ZOUNGRANA KAFANDO YAMÉOGO ROUAMBA BONKOUNGOU KIENDRÉBÉOGO \
          SIMPORÉ CONGO DIALLO BARRY SIDIBÉ TALL CISSÉ KONATÉ COULIBALY DIARRA KONÉ SANOU SANON \
          MILLOGO DAO OUATTARA BARRO SOMÉ DABIRÉ HIEN KAMBOU PALÉ DA PODA SIB LOMPO THIOMBIANO \
          ONADJA COMBARY OUOBA BAZIÉ BADO BAYALA NÉBIÉ NACRO KANSSOLÉ BATIONO GUIRÉ BELEM PARÉ ZERBO \
          KI TOÉ DRABO SOULAMA HÉMA KARAMA MAÏGA DICKO CISSAO GUIGMA TIENDRÉBÉOGO\
          """);
  private static final byte[][] WOMEN =
      bytes(
          """
          Awa Aminata Fatoumata Mariam Salimata Rasmata Adjaratou Aïcha Assétou Bibata Habibou \
          Kadidia Korotimi Maïmouna Nafissatou Oumou Ramata Safiatou Zénabo Alimata Djénéba Azèta \
          Clarisse Hélène Thérèse Édith Pélagie Béatrice Noëlie Joséphine Solange Germaine \
          Marie-Noëlle Anne-Marie Reine Wendyam Sylvie Brigitte Chantal Élisabeth Françoise Estelle\
          """);
  private static final byte[][] MEN =
      bytes(
          """
          Ali Issa Moussa Boureima Souleymane Hamidou Inoussa Rasmané Idrissa Abdoulaye Adama \
          Amadou Arouna Boukary Drissa Harouna Ibrahim Karim Lassané Mahamadi Mamadou Omar Oumarou \
          Ousmane Sayouba Seydou Yacouba Zakaria Jean-Baptiste Hervé Stéphane Noël Blaise \
          Aimé Désiré Étienne Firmin Gérard Honoré Joël Pascal Raphaël Sylvain Théophile Wendkuni\
          """);
  private static final List<String> TRADES =
      List.of(
          "Boulangerie",
          "Quincaillerie",
          "Pharmacie",
          "Garage",
          "Imprimerie",
          "Librairie",
          "Hôtel",
          "Restaurant",
          "Transport",
          "Menuiserie",
          "Électricité",
          "Coopérative",
          "École privée",
          "Clinique",
          "Briqueterie",
          "Huilerie",
          "Filature",
          "Gardiennage",
          "Bâtiment",
          "Forage",
          "Négoce",
          "Teinturerie",
          "Savonnerie",
          "Cabinet comptable");
  private static final List<String> SIGNS =
      List.of(
          "Wend-Panga",
          "Teega",
          "Nongtaaba",
          "Relwendé",
          "Le Faso",
          "La Fraternité",
          "Sahel",
          "Bankuy",
          "Kadiogo",
          "Guiriko",
          "Nakambé",
          "Mouhoun",
          "Nazinon",
          "Goulmou",
          "Yatenga",
          "Tannounyan",
          "Liptako",
          "Djôrô",
          "Kuilsé",
          "Oubri",
          "Nando",
          "Sirba",
          "Tapoa",
          "Yaadga");
  private static final List<String> FORMS = List.of("SARL", "SARL", "SA", "Ets", "GIE", "SNC");
  private static final List<String> OFFICES =
      List.of(
          "Commune", "Office", "Agence", "Centre hospitalier", "Université", "Fonds", "Institut");

  private final long seed;
  private final Scheme scheme;

  Names(FundOptions options) {
    this.seed = options.seed();
    this.scheme = options.scheme();
  }

  boolean woman(int person) {
    return Draw.PERSON_SEX.below(1000, seed, person) < 497;
  }

  byte[] surname(int person) {
    return SURNAMES[Draw.SURNAME.below(SURNAMES.length, seed, person)];
  }

  byte[] givenName(int person) {
    byte[][] names = woman(person) ? WOMEN : MEN;
    return names[Draw.GIVEN_NAME.below(names.length, seed, person)];
  }

  /** A second given name, or null. */
  String lastName(int person) {
    return utf8(surname(person));
  }

  /** All of them. */
  String firstNames(int person) {
    byte[] second = secondName(person);
    return utf8(givenName(person)) + (second == null ? "" : ' ' + utf8(second));
  }

  byte[] secondName(int person) {
    byte[][] names = woman(person) ? WOMEN : MEN;
    int drawn = Draw.SECOND_NAME.below(names.length * 4, seed, person);
    if (drawn >= names.length || names[drawn] == givenName(person)) {
      return null;
    }
    return names[drawn];
  }

  /** Name as payrolls write it, for the rare line that is put together as text. */
  String text(int person) {
    byte[] second = secondName(person);
    return utf8(surname(person))
        + ' '
        + utf8(givenName(person))
        + (second == null ? "" : ' ' + utf8(second));
  }

  /** A name that needs quotes in a file, with them: one person in 500; null for the others. */
  String quoted(int person) {
    int drawn = Draw.NICKNAME.below(1000, seed, person);
    if (drawn > 1) {
      return null;
    }
    boolean woman = woman(person);
    String name = utf8(surname(person)) + ' ';
    String given = utf8(givenName(person));
    return drawn == 0
        ? '"' + name + (woman ? "\"\"Tantie\"\" " : "\"\"Tonton\"\" ") + given + '"'
        : '"' + name + given + (woman ? "; veuve\"" : "; dit le Vieux\"");
  }

  /** Name of an employer. */
  String employer(Sort sort, int employer) {
    int sign = Draw.EMPLOYER_NAME.below(SIGNS.size(), seed, employer);
    String end = " " + SIGNS.get(sign) + " (exemple)";
    return switch (sort) {
      case STATE -> "Trésor public, solde de l'État (exemple)";
      case PRIVATE_PENSIONS, PUBLIC_PENSIONS ->
          sort.body().code(scheme) + ", service des pensions (exemple)";
      case PUBLIC_BODY -> OFFICES.get(employer % OFFICES.size()) + end;
      case PRIVATE -> {
        int trade = Draw.EMPLOYER_TRADE.below(TRADES.size(), seed, employer);
        yield TRADES.get(trade) + ' ' + FORMS.get(employer % FORMS.size()) + end;
      }
    };
  }

  private static String utf8(byte[] text) {
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[][] bytes(String words) {
    return Arrays.stream(words.split("\\s+"))
        .map(word -> word.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }
}
