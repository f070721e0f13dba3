package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Those a team has been playing: whoever played for it in the last 30 days, for nobody else since,
 * and 12 minutes or more by a mean in which each game weighs nine tenths of the next.
 */
public final class Rotation {
  static final double DECAY = 0.90;
  private static final int DAYS = 30;
  private static final double MIN_MINUTES = 12;

  private final List<Member> members;

  /** One of the rotation, with his means of the season. */
  public record Member(PlayerKey player, Role role, double minutes, double points, double use) {}

  private Rotation(List<Member> members) {
    this.members = members;
  }

  static Rotation of(KnownGames known, TeamCode team) {
    Set<String> seen = new TreeSet<>();
    for (TeamGame game : known.team(team).since(known.slate().plusDays(-DAYS)).games()) {
      game.players().forEach(row -> seen.add(row.getPlayer().getId()));
    }
    List<Member> members = new ArrayList<>();
    for (String id : seen) {
      PlayerKey player = PlayerKey.of(id);
      PlayerHistory season = known.thisSeason(player);
      double minutes = season.figures(Stat.MINUTES).exponentialMean(DECAY);
      if (season.latest().getTeam() == team && minutes >= MIN_MINUTES) {
        members.add(
            new Member(
                player,
                known.role(player),
                minutes,
                season.figures(Stat.POINTS).exponentialMean(DECAY),
                season.figures(Stat.USE).exponentialMean(DECAY)));
      }
    }
    return new Rotation(List.copyOf(members));
  }

  /** Its members by id. */
  public List<Member> members() {
    return members;
  }

  /** How many they are. */
  public int size() {
    return members.size();
  }

  /** What the first of them brings; 0 if there is none. */
  double most(ToDoubleFunction<Member> figure) {
    return members.stream().mapToDouble(figure).max().orElse(0);
  }

  /** What it brings in all, by its means of the season. */
  double sum(ToDoubleFunction<Member> figure) {
    return members.stream().mapToDouble(figure).sum();
  }

  /** Of the rotation, those who did not play in a game. */
  Rotation without(Collection<PlayerGame> played) {
    Set<PlayerKey> there =
        played.stream().map(PlayerGame::getPlayer).collect(Collectors.toUnmodifiableSet());
    return where(member -> !there.contains(member.player()));
  }

  /** Those of whom something holds. */
  Rotation where(Predicate<Member> condition) {
    return new Rotation(members.stream().filter(condition).toList());
  }

  /** How many of the rotation are before a player by a figure, and one more. */
  static int rank(Collection<Member> members, PlayerKey player, Comparator<Member> greatestFirst) {
    List<Member> sorted =
        members.stream()
            .sorted(greatestFirst.thenComparing(member -> member.player().getId()))
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).player().equals(player)) {
        return i + 1;
      }
    }
    return sorted.size() + 1;
  }
}
