package dev.tipoff.pipelines.simulator;

/**
 * A made-up player and what he does over a season.
 *
 * @param depth place in the team's depth chart, 0 for its first option
 * @param minutes minutes a night with nobody missing
 * @param usage share of his team's plays he ends while on court, in percent; 20 is average
 * @param rebounding pull on loose balls per minute, 1 being average; so too the next three
 */
record Player(
    long id,
    String name,
    Franchise team,
    int depth,
    double minutes,
    double usage,
    ShotDiet shots,
    double rebounding,
    double passing,
    double stealing,
    double blocking) {}
