package dev.tipoff.pipelines.simulator;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Hands out invented names; no two are the same once accents and suffixes are gone. */
final class PlayerNames {
  private static final String[] FIRST =
      """
      Abram Adrik Alonso Amari Anders Arlo Aurelio Bastian Beckett Boško Brantley Caspian
      Cedric Cormac D'Vante Dacari Darnell Delmar Desh Dragan Edsel Élie Elijan Emeka Ephraim
      Ezio Fabrice Farid Félix Garrick Gideon Goran Hakeem Horatio Ignas Ike Ismaël J.R.
      Ja'Kori Jabril Jericho João Jonas Jorund Juvon Kael Kaseem Keshawn Khalid Kofi Lamont
      Lazar Leandro Linus Lorcan Lucien Makai Marek Matteo Milan Mirza Moritz Nasir Nemanja
      Niko Obi Odell Omari Orlan Osric Pascal Percival Quade Quillon R.D. Rafael Ramsey Reuben
      Rodrigo Roscoe Santos Sékou Silas Stellan T.K. Tavaris Teodor Tobin Tre'Mel Uriah Vance
      Vasco Vuk Wendell Xavi Yannick Zaire Zeke Žiga
      """
          .trim()
          .split("\\s+");
  private static final String[] LAST =
      """
      Abernott Achterberg Adeyinko Alderwick Amberly Anquetin Ardmoor Ashgrove Babiček
      Ballentry Baptista-Roy Barrowby Beckwourth Bellamarque Biyonga Blackmire Boatwrite
      Bonnevie Brackenridge Bradshire Brathwell Brookhaven Cabrillo Calloway Carmody
      Castellane Chalmont Charrington Cobblestone Coltrane-Hughes Copperfield Corbeau
      Cravenhurst Crosswell D'Almeiro D'Arcangelo Dambrauskis Danforth Deloach-Penn Devereaux
      Diarrasso Dolenčić Dragomirov Duckett Dunmorrow Eastbrook Ebersole Eddington Ekwensi
      Ellsbury Enderby Etchison Fairbairn Falconer Farthingale Featherstone Fennimore Finnegan
      Fitzalan Fontanelle Foxworth Freemantle Gallowglass Garrowby Gatlin-Moss Gavranić
      Ghislain Gladstone Goldthwait Goodspeed Granderson Greyling Grünvald Hackensmith
      Halloran Hargreave Hathersage Havelock Hazelton Hemsworthy Hendershot Hollowell
      Honeycutt Huckaby Iredale Isherwood Ivanauskis Jakubčík Jeppesen Jessamy Jovetić
      Kalnetis Kamaroun Kearsley Kettlewell Kilpatrick Kingsbridge Kirkbride Koslov Kovarević
      Lachapelle Lambertine Langhorne Larkspur Leatherwood Legrandeur Lindqvist Lockridge
      Longmire Lovelace Lukšin Macaulay MacReady Maddigan Malinowski Marchbanks Marlowe
      Masterson Mbalenga McCandless McGillivray McIlvaine Mendelsohn Merriweather Millington
      Mondesir Montclair Moorefield Morningstar Müllner N'Dambi Naismithe Ndoyele Netherby
      Nightingale Northcutt Novotnić O'Banlon O'Dwyer O'Rourke Oakhurst Ogunlade Okonjo
      Oldenburg Oyelaran Pemberton Pendergast Pennington Petrauskin Pickersgill Plumridge
      Popovski Quartermain Quessenberry Quimby Radcliffe Rainwater Ravenel Redfearn
      Ridgeway-Cole Rochefort Rosenthal Rutherford Sablé Sandoval Scarborough Şentoprak
      Severin Shackleford Silverthorn Sinclaire Skarsten Somerville Stallworth Stanhope
      Starkweather Stavropoulos-Lind Stillwell Stonebridge Strickland-Oye Tamboura Tannehill
      Tarkington Teague-Ross Templeton Thackeray Thistlewood Thornbury Tidewell Tolliver-Dane
      Touranier Trevelyan Tuckwell Underhill Uzunović Valterri Vandermeer Vasiljenko Venturin
      Villeneuve Vondráček Waddington Wainscott Weatherly Wellesbourne Westerfield Wexmoor
      Whitlocke Wickersham Windermere Winterbourne Wolfgramm Woolridge-Kay Wyndhall Yarborough
      Yewdale Youngblood Zabriskie Zdravkić Zellwood
      """
          .trim()
          .split("\\s+");
  private static final String[] SUFFIX = {" Jr.", " Jr.", " II", " III", " III", " IV"};

  private final Set<String> taken = new HashSet<>();

  String next(Dice dice) {
    while (true) {
      String name = FIRST[dice.below(FIRST.length)] + " " + LAST[dice.below(LAST.length)];
      String suffix = dice.chance(0.07) ? SUFFIX[dice.below(SUFFIX.length)] : "";
      if (taken.add(withoutAccents(name).toLowerCase(Locale.ROOT))) {
        return name + suffix;
      }
    }
  }

  static String withoutAccents(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  static String withoutSuffix(String name) {
    return name.replaceFirst(" (Jr\\.|II|III|IV)$", "");
  }
}
