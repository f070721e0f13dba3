"use strict";

/* The last graded slate. */
(() => {
  const { make, playerLink, note } = tipoff.dom;
  const { format, props, table } = tipoff;
  const OUTCOMES = { WIN: "Won", LOSS: "Lost", PUSH: "Push", VOID: "Void", NO_BET: "No bet" };

  const outcome = (row) =>
    make("b", { class: `outcome ${row.outcome.toLowerCase()}` }, OUTCOMES[row.outcome] ?? row.outcome);

  const columns = [
    { id: "player", title: "Player", sort: (row) => row.player_name, cell: (row) => [playerLink(row), " ", make("small", {}, row.team === null ? "" : props.matchup(row))] },
    { id: "market", title: "Market", sort: (row) => format.shortMarket(row.market), cell: (row) => make("abbr", { title: format.market(row.market) }, format.shortMarket(row.market)) },
    table.figures("line", "Line", (row) => row.line, (line) => format.line(line)),
    table.figures("mean", "Mean", (row) => row.mean, (mean) => format.number(mean), "Mean of the forecast"),
    table.figures("actual", "Actual", (row) => row.actual, (actual) => (format.isAbsent(actual) ? make("span", { title: "Did not play" }, format.ABSENT) : format.count(actual))),
    table.figures("error", "Error", (row) => (format.isAbsent(row.actual) ? null : row.mean - row.actual), (error) => format.signed(error), "Mean of the forecast minus actual"),
    table.figures("chance", "Chance of the over", (row) => row.probability_over, (chance) => format.percent(chance)),
    { id: "call", title: "Call", sort: (row) => row.recommendation, cell: (row) => format.call(row.recommendation) },
    table.figures("price", "Price", (row) => (props.isBet(row) ? props.price(row) : null), (price) => format.odds(price)),
    { id: "outcome", title: "Outcome", sort: (row) => row.outcome, cell: outcome },
    table.figures("profit", "Profit", (row) => row.profit, (profit) => format.signed(profit, 2), "Units for each unit staked"),
    table.figures("clv", "CLV", (row) => row.clv, (clv) => format.signedPercent(clv), "Closing line value: what the bet was worth by the market's last word before the tip"),
  ];

  const summary = (rows) => {
    const played = rows.filter((row) => row.actual !== null);
    const settled = rows.filter((row) => row.profit !== null);
    const profit = settled.reduce((sum, row) => sum + row.profit, 0);
    const count = (kind) => rows.filter((row) => row.outcome === kind).length;
    const error = played.reduce((sum, row) => sum + Math.abs(row.mean - row.actual), 0) / played.length;
    return `${rows.length} props, ${played.length} of players who played, mean absolute error ${format.number(error, 2)}. ` +
      `${settled.length} bets settled: ${count("WIN")} won, ${count("LOSS")} lost, ${count("PUSH")} pushed; ` +
      `${format.signed(profit, 2)} units at one unit a bet. One evening says little: see the accuracy page for the season.`;
  };

  tipoff.results = (rows) => [
    note(summary(rows)),
    table({
      id: "results",
      caption: `Graded: ${format.day(rows[0].game_date)}, ${format.words(rows[0].system_id)}`,
      columns,
      rows,
      sort: ["player", "ascending"],
      attributes: (row) => ({ data: { player: row.player, market: row.market, game: row.game_id } }),
    }).element,
  ];
})();
