"use strict";

/* The reliability diagram and the profit curve. */
(() => {
  const { note } = tipoff.dom;
  const { format, table, chart } = tipoff;
  const bySystem = (rows) => {
    const systems = new Map();
    rows.forEach((row) => systems.set(row.system_id, [...(systems.get(row.system_id) ?? []), row]));
    return [...systems].sort(([one], [other]) => one.localeCompare(other));
  };

  const figuresOf = (rows) =>
    table({
      caption: "Chances of the over by tenths",
      columns: [
        table.words("system", "System", (row) => format.words(row.system_id)),
        table.figures("bin", "Tenth", (row) => row.bin, (bin) => `${(bin - 1) * 10}–${bin * 10} %`),
        table.figures("n", "n", (row) => row.chances, (n) => format.count(n)),
        table.figures("said", "Said", (row) => row.mean_chance, (chance) => format.percent(chance)),
        table.figures("came", "Came", (row) => row.over_share, (share, row) => format.withHalf(share, row.half, (value) => format.percent(value))),
      ],
      rows,
    }).element;

  /* A vertical bar a point, with gaps between. */
  const whiskers = (rows) =>
    rows.flatMap((row) =>
      format.isAbsent(row.half)
        ? []
        : [
            { x: 100 * row.mean_chance, y: 100 * Math.max(0, row.over_share - row.half) },
            { x: 100 * row.mean_chance, y: 100 * Math.min(1, row.over_share + row.half) },
            { x: NaN, y: NaN },
          ],
    );

  tipoff.reliability = (rows, market) => {
    if (rows.length === 0) {
      return [note(`No chance of ${format.unit(market)} has won or lost yet.`)];
    }
    const systems = bySystem(rows);
    /* No wider than what was said needs, in tens. */
    const low = 10 * Math.floor(10 * Math.min(0.4, ...rows.map((row) => row.mean_chance)));
    const high = 10 * Math.ceil(10 * Math.max(0.6, ...rows.map((row) => row.mean_chance)));
    return [
      chart(
        {
          label: `Reliability of the chances of the over, ${format.market(market).toLowerCase()}, this season: on the diagonal what was said is what came. Bars are 95 % intervals over slates`,
          type: "scatter",
          height: "square",
          settings: () => ({
            data: {
              datasets: [
                { label: "As said", type: "line", data: [{ x: 0, y: 0 }, { x: 100, y: 100 }], borderColor: chart.colour("soft"), borderDash: [4, 4], borderWidth: 1, pointRadius: 0 },
                ...systems.flatMap(([system, bins], place) => [
                  { label: format.words(system), data: bins.map((row) => ({ x: 100 * row.mean_chance, y: 100 * row.over_share })), pointRadius: bins.map((row) => 3 + Math.min(9, Math.sqrt(row.chances) / 6)), ...chart.series(place) },
                  { label: `_${system}`, type: "line", data: whiskers(bins), borderWidth: 1, pointRadius: 0, spanGaps: false, ...chart.series(place), borderDash: [] },
                ]),
              ],
            },
            x: chart.axis("said (%)", { min: low, max: high }),
            y: chart.axis("came (%)", { min: Math.max(0, low - 10), max: Math.min(100, high + 10) }),
          }),
        },
        figuresOf(rows),
      ),
    ];
  };

  const DAY = 86400000;

  const curve = (rows) => {
    let profit = 0;
    let bets = 0;
    let squares = 0;
    return rows.map((row) => {
      profit += row.profit;
      bets += row.bets;
      squares += row.profit ** 2;
      return { day: row.game_date, bets, profit, half: 1.96 * Math.sqrt(squares) };
    });
  };

  tipoff.profit = (rows) => {
    const systems = bySystem(rows).map(([system, days]) => [
      system,
      curve([...days].sort((one, other) => one.game_date.localeCompare(other.game_date))),
    ]);
    const [lead] = [...systems].sort(([, one], [, other]) => other.at(-1).bets - one.at(-1).bets);
    const x = (point) => Date.parse(point.day);
    const days = systems.flatMap(([, points]) => points.map(x));
    const line = (points, of) => points.map((point) => ({ x: x(point), y: of(point) }));
    return [
      chart(
        {
          label: "Units won since the season began, at one unit a bet, all markets. A system that knows nothing goes down by the margin of the books",
          type: "line",
          settings: () => ({
            data: {
              datasets: [
                ...systems.map(([system, points], place) => ({ label: format.words(system), data: line(points, (point) => point.profit), borderWidth: 2, pointRadius: points.length < 3 ? 4 : 0, ...chart.series(place) })),
                { label: "_low", data: line(lead[1], (point) => point.profit - point.half), borderWidth: 0, pointRadius: 0 },
                { label: `95 % interval of ${format.words(lead[0])}`, data: line(lead[1], (point) => point.profit + point.half), borderWidth: 0, pointRadius: 0, pointStyle: "rect", fill: "-1", backgroundColor: chart.colour("band") },
              ],
            },
            x: chart.axis("slate", { type: "linear", min: Math.min(...days) - DAY, max: Math.max(...days) + DAY, ticks: { maxTicksLimit: 8, callback: (value) => format.shortDay(new Date(value).toISOString().slice(0, 10)) } }),
            y: chart.axis("units"),
            tooltip: { callbacks: { title: ([item]) => format.day(new Date(item.parsed.x).toISOString().slice(0, 10)) } },
          }),
        },
        table({
          caption: "Where each system stands",
          columns: [
            table.words("system", "System", ([system]) => format.words(system)),
            table.figures("bets", "Bets", ([, points]) => points.at(-1).bets, (bets) => format.count(bets)),
            table.figures("profit", "Units", ([, points]) => points.at(-1).profit, (profit, [, points]) => format.withHalf(profit, points.at(-1).half, (value) => format.signed(value, 1))),
            table.words("day", "Up to", ([, points]) => points.at(-1).day),
          ],
          rows: systems,
        }).element,
      ),
      note("The interval is ± 1.96 times the root of the summed squares of the slates' profits: slates are taken as independent, bets of one slate are not. Bets are of one unit at the price that was published, whatever stake was proposed."),
    ];
  };
})();
