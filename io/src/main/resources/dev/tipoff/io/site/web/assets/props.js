"use strict";

/* What every page that shows props says of one. */
(() => {
  const { make } = tipoff.dom;
  const { format } = tipoff;
  const { isAbsent } = format;

  const isBet = (row) => row.recommendation === "OVER" || row.recommendation === "UNDER";

  /* The side that the lead bets, else the one that it finds likelier than the market does. */
  const side = (row) => {
    if (isBet(row)) {
      return row.recommendation;
    }
    return (edgeOver(row) ?? 0) < 0 ? "UNDER" : "OVER";
  };

  const edgeOver = (row) =>
    isAbsent(row.probability_over) || isAbsent(row.market_probability_over)
      ? null
      : row.probability_over - row.market_probability_over;

  const ofSide = (row, over) => {
    if (isAbsent(over)) {
      return null;
    }
    return side(row) === "OVER" ? over : 1 - over;
  };

  const edge = (row) => {
    const over = edgeOver(row);
    if (over === null) {
      return null;
    }
    return side(row) === "OVER" ? over : -over;
  };

  const matchup = (row) => (row.home ? `${row.opponent} @ ${row.team}` : `${row.team} @ ${row.opponent}`);

  const stake = (row) => {
    if (!isBet(row)) {
      return { text: tipoff.format.ABSENT, why: "Nothing is bet" };
    }
    if (isAbsent(row.stake) || row.stake === 0) {
      return { text: "none", why: "Another market of this player is the better bet, or the game has its most" };
    }
    return row.stake < 0.0005
      ? { text: "< 0.1 %", why: "Of the bankroll" }
      : { text: tipoff.format.percent(row.stake), why: "Of the bankroll" };
  };

  const MOST_REASONS = 4;

  const reasons = (row) =>
    make(
      "p",
      { class: "why" },
      row.reasons.length === 0
        ? "No reason is stated."
        : `Moved most by ${row.reasons.slice(0, MOST_REASONS).map(format.words).join(", ")} (${format.unit(row.market)}).`,
      row.quality_flags.length === 0 ? "" : ` Weak in: ${row.quality_flags.map((flag) => format.words(flag).toLowerCase()).join(", ")}.`,
    );

  tipoff.props = {
    reasons,
    isBet,
    side,
    edge,
    matchup,
    stake,
    chance: (row) => ofSide(row, row.probability_over),
    marketChance: (row) => ofSide(row, row.market_probability_over),
    price: (row) => (side(row) === "OVER" ? row.over_odds : row.under_odds),
  };
})();
