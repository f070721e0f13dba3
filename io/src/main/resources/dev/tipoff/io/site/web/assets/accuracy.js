"use strict";

tipoff.page(async () => {
  const { make, place, missing, note, select } = tipoff.dom;
  const { format, table, day } = tipoff;
  const [performance, reliability, days] = await Promise.all(["system-performance", "reliability", "system-days"].map(tipoff.load));
  const PERIODS = { WEEK: "last 7 days", THIRTY_DAYS: "last 30 days", MONTH: "this month", SEASON: "this season" };
  const SLICES = { SIDE: "side of the bet", CONFIDENCE: "decile of confidence", TIER: "tier of the player", BOOKMAKER: "bookmaker of the bet" };
  place("title", "How good were the forecasts?");
  if (performance === null || performance.length === 0) {
    place("performance-here", missing("Nothing is graded in this season yet.", "grade --date=yesterday"));
    return;
  }
  const wanted = { period: "SEASON", market: "POINTS", slice: "TIER" };
  const half = (row, name, show) => format.withHalf(row[name], row[`${name}_half`], show);
  const FEW = 30;
  /* Bets of one slate hang together, so that one slate has no interval however many they are. */
  const saysNothing = (row) => row.bets < FEW || row.days < 2;
  const tooFew = (row) => make("span", { class: "absent", title: `${row.bets} bets of ${row.days} slates say nothing` }, "too few");
  const gap = (row) => (row.brier === null || row.market_brier === null ? null : row.brier - row.market_brier);
  const two = (value) => format.number(value, 2);

  const columns = [
    table.words("system", "System", (row) => format.words(row.system_id)),
    table.words("kind", "Kind", (row) => format.words(row.kind).toLowerCase()),
    table.figures("graded", "n", (row) => row.graded, (n) => format.count(n), "Predictions of players who played"),
    table.figures("mae", "MAE", (row) => row.mean_absolute_error, (_, row) => half(row, "mean_absolute_error", two), "Mean absolute error of the forecast mean, with a 95 % interval over slates"),
    table.figures("bias", "Bias", (row) => row.bias, (bias) => format.signed(bias, 2), "Mean of forecast minus actual"),
    table.figures("three", "Within 3", (row) => row.within_three, (share) => format.percent(share)),
    table.figures("vs_line", "Against the line", (row) => row.vs_line, (_, row) => (row.lined === 0 ? format.ABSENT : `${half(row, "vs_line", (value) => format.signed(value, 2))} (n ${format.count(row.lined)})`), "Error of our medians less that of the line, on props with one: below zero is better than the market"),
    table.figures("coverage", "80 % interval held", (row) => row.coverage_80, (share, row) => (row.intervals === 0 ? format.ABSENT : `${half(row, "coverage_80", (value) => format.percent(value))} (n ${format.count(row.intervals)})`), "How often the middle 80 % of the forecast held what happened; 80 % is right"),
    table.figures("brier", "Brier", (row) => row.brier, (brier) => format.number(brier, 4), "Mean squared error of the chances of the over: lower is better"),
    table.figures("gap", "Brier against the market", gap, (value, row) => (value === null ? format.ABSENT : `${format.withHalf(value, row.brier_gap_half, (each) => format.signed(each, 4))} (n ${format.count(row.chances)})`), "That less the market's on the same props: below zero is better than the market"),
  ];
  const money = [
    table.words("system", "System", (row) => format.words(row.system_id)),
    table.figures("bets", "Bets", (row) => row.bets, (n) => format.count(n), "Settled, pushes included"),
    table.words("record", "Won, lost, pushed", (row) => `${row.wins}–${row.losses}–${row.pushes}`),
    table.figures("hit", "Hit rate", (row) => (saysNothing(row) ? null : row.hit_rate), (share, row) => (saysNothing(row) ? tooFew(row) : format.percent(share)), "Of those that won or lost; 52.4 % breaks even at −110"),
    table.figures("roi", "Return", (row) => (saysNothing(row) ? null : row.return_on_investment), (_, row) => (saysNothing(row) ? tooFew(row) : half(row, "return_on_investment", (value) => format.signedPercent(value))), `Units won for each unit staked, with a 95 % interval over slates; fewer than ${FEW} bets, or one slate, say nothing`),
    table.figures("clv", "Closing line value", (row) => row.closing_line_value, (_, row) => (row.closing_lines === 0 ? format.ABSENT : `${half(row, "closing_line_value", (value) => format.signedPercent(value))} (n ${format.count(row.closing_lines)})`), "What the bets were worth by the market's last word before the tip"),
  ];

  const chosen = (slice) => performance.filter((row) => row.period === wanted.period && row.market === wanted.market && row.slice === slice);
  const slates = (rows) => Math.max(...rows.map((row) => row.days));
  const span = (rows) => (rows.length === 0 ? "" : `${slates(rows)} ${slates(rows) === 1 ? "slate, without an interval" : "slates"}, ${rows.map((row) => row.first_day).sort()[0]} to ${rows.map((row) => row.last_day).sort().at(-1)}`);
  const what = () => `${format.market(wanted.market)}, ${PERIODS[wanted.period]}`;

  const show = () => {
    const rows = chosen("ALL");
    const bet = rows.filter((row) => row.bets > 0);
    place(
      "performance-here",
      rows.length === 0
        ? note(`Nothing of ${what()} is graded.`)
        : table({ id: "performance", caption: `${what()} (${span(rows)}), in ${format.unit(wanted.market)}. Errors of unlike n are of unlike games: on those with a line, “against the line” compares.`, columns, rows, sort: ["mae", "ascending"], attributes: (row) => ({ data: { system: row.system_id } }) }).element,
      bet.length === 0
        ? note(`No system has a settled bet in ${what()}.`)
        : table({ id: "money", caption: `Bets at one unit each: ${what()} (${span(bet)})`, columns: money, rows: bet, sort: ["roi", "descending"] }).element,
    );
    const slices = chosen(wanted.slice);
    place(
      "slices",
      slices.length === 0
        ? note(`Nothing of ${what()} by ${SLICES[wanted.slice]}.`)
        : table({
            id: "by-slice",
            caption: `${what()} by ${SLICES[wanted.slice]}`,
            columns: [columns[0], table.words("value", "Of", (row) => format.words(row.slice_value).toLowerCase()), ...columns.slice(2, 5), columns[6], ...money.slice(1)],
            rows: slices,
            sort: ["value", "ascending"],
          }).element,
    );
    place("reliability", ...tipoff.reliability((reliability ?? []).filter((row) => row.market === wanted.market), wanted.market));
  };

  const choose = (name, label, options) =>
    select(`filter-${name}`, label, options, (event) => {
      wanted[name] = event.target.value;
      show();
    });
  const markets = new Set(performance.map((row) => row.market));
  place(
    "choices",
    choose("period", "Period", Object.entries(PERIODS)),
    choose("market", "Market", format.markets.filter((market) => markets.has(market)).map((market) => [market, format.market(market)])),
    choose("slice", "Tables by", Object.entries(SLICES)),
  );
  document.getElementById("filter-period").value = wanted.period;
  document.getElementById("filter-slice").value = wanted.slice;
  wanted.market = document.getElementById("filter-market").value;
  show();
  place("profit", ...(days === null || days.length === 0 ? [note("No bet is settled yet.")] : tipoff.profit(days, day)));
});
