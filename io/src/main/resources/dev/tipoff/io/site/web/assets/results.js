"use strict";

/* The last graded slate: a summary with its counts, and each prop's outcome. */
(() => {
  const { make, unknown } = tipoff.dom;
  const format = tipoff.format;
  const labels = tipoff.labels;
  const { known } = format;

  const DID_NOT_PLAY = "Did not play.";
  const NO_BET = "Not bet, so nothing won or lost.";

  const isSettled = ({ outcome }) => outcome === "WIN" || outcome === "LOSS" || outcome === "PUSH";
  const total = (rows, value) => rows.reduce((sum, row) => sum + value(row), 0);
  const howMany = (rows, outcome) => rows.filter((row) => row.outcome === outcome).length;

  function fact(term, value, note) {
    return make("div", null, make("dt", null, term), make("dd", null, value), note ? make("dd", { class: "note" }, note) : null);
  }

  function errorFact(rows) {
    const played = rows.filter(({ actual, median }) => known(actual) && known(median));
    const error = played.length === 0 ? null : total(played, (row) => Math.abs(row.actual - row.median)) / played.length;
    return fact("Mean absolute error", format.orUnknown(error, (value) => format.number(value, 2), "No prop was played."),
      `of medians, all markets, n = ${played.length}`);
  }

  function coverageFact(rows) {
    const ranged = rows.filter(({ actual, low_80: low }) => known(actual) && known(low));
    const inside = ranged.filter((row) => row.actual >= row.low_80 && row.actual <= row.high_80);
    const share = ranged.length === 0 ? null : inside.length / ranged.length;
    return fact("Inside the 80 % interval", format.orUnknown(share, format.percent, "No interval to check."),
      `n = ${ranged.length}`);
  }

  function closingFact(bets) {
    const closed = bets.filter(({ clv }) => known(clv));
    const mean = closed.length === 0 ? null : total(closed, ({ clv }) => clv) / closed.length;
    return fact("Closing line value", format.orUnknown(mean, (value) => format.signed(value, 2), "No closing lines."),
      `mean units of the stat, n = ${closed.length}`);
  }

  function summary(rows) {
    const settled = rows.filter(isSettled);
    const profit = total(settled, (row) => row.profit || 0);
    const record = `${howMany(rows, "WIN")}–${howMany(rows, "LOSS")}–${howMany(rows, "PUSH")}`;
    return make("dl", { class: "tiles" },
      fact("Props graded", format.count(rows.length), format.dayWithYear(rows[0].game_date)),
      fact("Bets won–lost–pushed", record,
        `n = ${settled.length}, and ${format.counted(howMany(rows, "VOID"), "void", "void")}`),
      fact("Profit", settled.length === 0 ? unknown("No bet was settled.") : `${format.signed(profit)} units`,
        `at one unit a bet, n = ${settled.length}; one slate says little`),
      errorFact(rows), coverageFact(rows), closingFact(settled));
  }

  function forecast(row) {
    const range = known(row.low_80) && known(row.high_80)
      ? ` ${format.number(row.low_80, 0)} to ${format.number(row.high_80, 0)}`
      : "";
    return [format.number(row.mean), make("small", { class: "range" }, range)];
  }

  const number = (key, label, title, write, why, value = (row) => row[key]) => ({
    key, label, title, numeric: true, value, cell: (row) => format.orUnknown(value(row), write, why),
  });

  const columns = [
    {
      key: "player", label: "Player", style: "who", value: (row) => row.player_name,
      cell: (row) => [tipoff.propsColumns.playerLink(row), make("small", null, ` ${row.team || ""}`)],
    },
    { key: "game", label: "Game", value: labels.game, cell: labels.game },
    {
      key: "market", label: "Market", value: (row) => labels.marketOrder(row.market),
      cell: (row) => labels.market(row.market),
    },
    number("line", "Line", "The line at the forecast", format.line, "No line."),
    {
      key: "mean", label: "Forecast", title: "Mean, and the middle 80 %", numeric: true, value: (row) => row.mean,
      cell: forecast,
    },
    number("actual", "Actual", "What the player did", format.count, DID_NOT_PLAY),
    number("miss", "Off by", "Actual minus median", format.signed, DID_NOT_PLAY,
      (row) => (known(row.actual) && known(row.median) ? row.actual - row.median : null)),
    number("chance", "Ours", "Our chance of the over", format.percent, "No chance was given.",
      (row) => row.probability_over),
    number("market-chance", "Market", "The market's chance of the over, without the vig", format.percent,
      "No two-sided price.", (row) => row.market_probability_over),
    {
      key: "call", label: "Call", value: (row) => labels.call(row.recommendation).order,
      cell: (row) => labels.callChip(row.recommendation),
    },
    {
      key: "outcome", label: "Outcome", value: (row) => labels.outcome(row.outcome).order,
      cell: (row) => labels.outcomeChip(row.outcome),
    },
    number("profit", "Profit", "Units at one unit a bet", (value) => format.signed(value, 2), NO_BET),
    number("closing", "Closing", "The closing line", format.line, "No closing line.", (row) => row.closing_line),
    number("clv", "CLV", "Closing line value: how far the line moved our way after the forecast, in units of the stat",
      format.signed, "No bet, or no closing line."),
  ];

  function draw(parent, rows) {
    const table = tipoff.table.create({
      id: "results",
      caption: `${format.counted(rows.length, "prop")} of ${format.dayInFull(rows[0].game_date)}, `
        + `by ${labels.system(rows[0].system_id)}; bets first`,
      columns, rows, sort: { key: "outcome", direction: 1 },
      attributes: (row) => ({ "data-player": row.player, "data-market": row.market, "data-game": row.game_id }),
    });
    parent.append(summary(rows), table.element);
    return table.done;
  }

  tipoff.results = { draw };
})();
