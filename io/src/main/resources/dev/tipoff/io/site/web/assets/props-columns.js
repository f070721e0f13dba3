"use strict";

/* The columns of a table of tonight's props, for the slate and for one player. */
(() => {
  const { make, unknown, link } = tipoff.dom;
  const format = tipoff.format;
  const labels = tipoff.labels;
  const { known } = format;

  /** Our chance of the over minus the market's: a minus speaks for the under. */
  const edge = (prop) =>
    (known(prop.probability_over) && known(prop.market_probability_over)
      ? prop.probability_over - prop.market_probability_over
      : null);

  /** Null when there is something to stake, else why there is not. */
  function whyNoStake(prop, props) {
    if (!labels.isBet(prop)) {
      return "No bet, so no stake.";
    }
    if (!known(prop.stake)) {
      return "No stake was worked out.";
    }
    if (prop.stake * 100 >= 0.05) {
      return null;
    }
    const hasBetter = props.some((other) => other !== prop && other.player === prop.player
      && labels.isBet(other) && other.stake > prop.stake);
    return hasBetter
      ? "No stake: another market of this player is the better bet."
      : "No stake: too small to size, or staked in another bet on this game.";
  }

  const playerLink = (prop) => (tipoff.isId(prop.player)
    ? link(`player.html#${prop.player}`, prop.player_name)
    : prop.player_name);

  const chance = (value, why) => format.orUnknown(value, format.percent, why);

  function forecast(prop, tops) {
    return [
      make("span", { class: "value" }, format.number(prop.mean)),
      tipoff.marks.interval(prop, labels.unit(prop.market), tops.get(prop.market)),
    ];
  }

  /** One scale for each market, so that its bars can be compared down the column. */
  function scales(props) {
    const tops = new Map();
    for (const prop of props) {
      const top = Math.max(prop.high_80 || 0, prop.high_50 || 0, prop.mean, prop.line || 0, 1);
      tops.set(prop.market, Math.max(tops.get(prop.market) || 0, top));
    }
    return tops;
  }

  const reasonsShort = ({ reasons }) => {
    if (!reasons || reasons.length === 0) {
      return unknown("The lead system gave no reasons.");
    }
    const more = reasons.length > 2 ? ` +${reasons.length - 2} more` : "";
    return reasons.slice(0, 2).join(" · ") + more;
  };

  function stakeCell(prop, props) {
    const why = whyNoStake(prop, props);
    if (why === null) {
      return format.percent(prop.stake, 1);
    }
    return labels.isBet(prop) && known(prop.stake) ? make("span", { class: "soft", title: why }, "none") : unknown(why);
  }

  const noPrice = "No price for this side at the named bookmaker.";

  const playerColumn = {
    key: "player", label: "Player", style: "who", value: (prop) => prop.player_name,
    cell: (prop) => [playerLink(prop), make("small", null, ` ${prop.team || ""}`)],
  };

  const gameColumns = [
    { key: "game", label: "Game", style: "game", value: labels.game, cell: labels.game },
    {
      key: "tip", label: "Tip (ET)", style: "tip", value: (prop) => prop.tip_time,
      cell: (prop) => format.orUnknown(prop.tip_time, (time) => format.timeElement(time), "The tip time is not known."),
    },
  ];

  const marketColumn = {
    key: "market", label: "Market", style: "market",
    value: (prop) => labels.marketOrder(prop.market),
    cell: (prop) => make("span", { title: labels.unit(prop.market) }, labels.market(prop.market)),
  };

  const priceColumns = [
    {
      key: "line", label: "Line", numeric: true, style: "line", value: (prop) => prop.line,
      cell: (prop) => format.orUnknown(prop.line, format.line, "No line."),
    },
    {
      key: "books", label: "Books", title: "How many bookmakers had a line", numeric: true, style: "books",
      value: (prop) => prop.books, cell: (prop) => format.orUnknown(prop.books, format.count, "Not known."),
    },
    {
      key: "over", label: "Over", title: "American odds of the over", numeric: true, style: "over-odds",
      value: (prop) => prop.over_odds, cell: (prop) => format.orUnknown(prop.over_odds, format.odds, noPrice),
    },
    {
      key: "under", label: "Under", title: "American odds of the under", numeric: true, style: "under-odds",
      value: (prop) => prop.under_odds, cell: (prop) => format.orUnknown(prop.under_odds, format.odds, noPrice),
    },
    {
      key: "book", label: "Bookmaker", title: "Whose odds these are: the best price for the better side",
      style: "book", value: (prop) => prop.bookmaker,
      cell: (prop) => (prop.bookmaker ? labels.bookmaker(prop.bookmaker) : unknown("No bookmaker had a price.")),
    },
  ];

  const forecastColumn = (tops) => ({
    key: "mean", label: "Forecast", numeric: true, style: "forecast", value: (prop) => prop.mean,
    title: "Mean (number and dot); thick bar: middle 50 %; thin bar: middle 80 %; upright: the line",
    cell: (prop) => forecast(prop, tops),
  });

  const judgementColumns = (props) => [
    {
      key: "chance", label: "Ours", title: "Our chance of the over, given no push", numeric: true, style: "ours",
      value: (prop) => prop.probability_over,
      cell: (prop) => chance(prop.probability_over, "The lead system gives no chance."),
    },
    {
      key: "market-chance", label: "Market", title: "The market's chance of the over, without the vig", numeric: true,
      style: "theirs", value: (prop) => prop.market_probability_over,
      cell: (prop) => chance(prop.market_probability_over, "No two-sided price to take the vig out of."),
    },
    {
      key: "edge", label: "Edge", title: "Ours minus the market's chance of the over; a minus speaks for the under",
      numeric: true, style: "edge", value: edge,
      cell: (prop) => format.orUnknown(edge(prop), format.points, "Needs both chances."),
    },
    {
      key: "ev", label: "EV", title: "Expected value of the better side for each unit staked, if our chance is right",
      numeric: true, style: "ev", value: (prop) => prop.expected_value,
      cell: (prop) => format.orUnknown(prop.expected_value, format.signedPercent, "No price to work it out from."),
    },
    {
      key: "stake", label: "Stake", title: "Share of the bankroll", numeric: true, style: "stake",
      value: (prop) => (whyNoStake(prop, props) === null ? prop.stake : null), cell: (prop) => stakeCell(prop, props),
    },
    {
      key: "call", label: "Call", style: "call", value: (prop) => labels.call(prop.recommendation).order,
      cell: (prop) => labels.callChip(prop.recommendation),
    },
    {
      key: "reasons", label: "Reasons", style: "reasons", value: (prop) => (prop.reasons || []).join(" "),
      cell: reasonsShort,
    },
  ];

  function forSlate(props) {
    return [playerColumn, ...gameColumns, marketColumn, ...priceColumns, forecastColumn(scales(props)),
      ...judgementColumns(props)];
  }

  function forPlayer(props) {
    return [marketColumn, ...priceColumns, forecastColumn(scales(props)), ...judgementColumns(props)];
  }

  tipoff.propsColumns = { forSlate, forPlayer, edge, whyNoStake, playerLink, scales };
})();
