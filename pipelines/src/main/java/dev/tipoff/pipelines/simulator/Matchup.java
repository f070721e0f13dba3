package dev.tipoff.pipelines.simulator;

import java.util.List;

/**
 * What is fixed about a game before it is played.
 *
 * @param home shifts of the home players, and away of the visitors
 * @param possessions expected of each team
 * @param homeEfficiency factor on the home team's shooting this night; so too awayEfficiency
 */
record Matchup(
    ScheduledGame game,
    List<Shift> home,
    List<Shift> away,
    double possessions,
    double homeEfficiency,
    double awayEfficiency) {}
