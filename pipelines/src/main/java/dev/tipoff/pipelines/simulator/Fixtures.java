package dev.tipoff.pipelines.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Who hosts whom how often: 82 games a team, 41 of them at home. Division rivals meet four times,
 * the rest of the conference three or four times, the other conference twice.
 */
final class Fixtures {
  record Fixture(Franchise home, Franchise away) {}

  private Fixtures() {}

  static List<Fixture> season() {
    List<Fixture> fixtures = new ArrayList<>();
    Franchise[] teams = Franchise.values();
    for (int i = 0; i < teams.length; i++) {
      for (int j = i + 1; j < teams.length; j++) {
        addMeetings(teams[i], teams[j], fixtures);
      }
    }
    return fixtures;
  }

  private static void addMeetings(Franchise one, Franchise other, List<Fixture> fixtures) {
    boolean swap = one.division().compareTo(other.division()) > 0;
    Franchise first = swap ? other : one;
    Franchise second = swap ? one : other;
    int hostedByFirst = 2;
    int hostedBySecond = 2;
    if (!first.division().sameConferenceAs(second.division())) {
      hostedByFirst = 1;
      hostedBySecond = 1;
    } else if (first.division() != second.division()) {
      int step = Math.floorMod(placeInDivision(second) - placeInDivision(first), 5);
      if (step == 0) {
        hostedBySecond = 1;
      } else if (step == 1) {
        hostedByFirst = 1;
      }
    }
    for (int n = 0; n < hostedByFirst; n++) {
      fixtures.add(new Fixture(first, second));
    }
    for (int n = 0; n < hostedBySecond; n++) {
      fixtures.add(new Fixture(second, first));
    }
  }

  private static int placeInDivision(Franchise team) {
    int place = 0;
    for (Franchise other : Franchise.values()) {
      if (other == team) {
        break;
      }
      if (other.division() == team.division()) {
        place++;
      }
    }
    return place;
  }
}
