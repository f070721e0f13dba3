"use strict";

tipoff.page(async () => {
  const { make, place, missing, playerLink, time } = tipoff.dom;
  const { format, table, chart, day } = tipoff;
  const rows = await tipoff.load("line-movement/today");
  place("title", `Line movement, ${format.day(day)}`);
  if (rows === null || rows.length === 0) {
    place("list", missing(`No line of ${format.day(day)} is known.`, `run --date=${day} --sources=oddsa_player_props`));
    return;
  }
  const first = (list) => list[0];
  const last = (list) => list[list.length - 1];
  const moved = (row) => last(row.lines) - first(row.lines);
  /* Chances are of different lines where the line moved, so only those of one line are compared. */
  const leaned = (row) => (first(row.offered) === last(row.offered) ? last(row.chances) - first(row.chances) : null);
  const key = (row) => [row.game_id, row.player, row.market].join("/");

  /* The day only where the moves are of more than one. */
  const axisTime = (row, value) => {
    const long = Date.parse(row.tip_time) - Date.parse(first(row.times)) > 20 * 3600000;
    return (long ? format.clockWithDay : format.clock)(new Date(value).toISOString());
  };

  const ends = (row) => [Date.parse(first(row.times)), Date.parse(row.tip_time)];

  /* A small move is not to fill the picture. */
  const room = (values, spare) => ({ suggestedMin: Math.min(...values) - spare, suggestedMax: Math.max(...values) + spare });

  const at = (row, values, what, label, spare) =>
    chart({
      label,
      type: "line",
      settings: () => ({
        data: {
          datasets: [
            {
              label: what,
              data: [...row.times.map((iso, place) => ({ x: Date.parse(iso), y: values[place] })), { x: Date.parse(row.tip_time), y: last(values) }],
              stepped: true,
              borderWidth: 2,
              pointRadius: row.times.length > 60 ? 0 : 3,
              ...chart.series(0),
            },
          ],
        },
        x: chart.axis("Time in New York, to the tip", {
          type: "linear",
          min: ends(row)[0],
          max: ends(row)[1],
          afterBuildTicks: (axis) => {
            axis.ticks = format.clockTicks(axis.min, axis.max, 4).map((value) => ({ value }));
          },
          ticks: { maxRotation: 0, callback: (value) => axisTime(row, value) },
        }),
        y: chart.axis(what, { ...room(values, spare), ticks: { precision: 1 } }),
        tooltip: { callbacks: { title: ([item]) => format.clockWithDay(new Date(item.parsed.x).toISOString()) } },
      }),
    });

  const steps = (row) =>
    table({
      id: "steps",
      caption: "Every change of the market's word",
      columns: [
        { id: "time", title: "From", sort: (step) => step.time, cell: (step) => time(step.time, format.clockWithDay(step.time)) },
        table.figures("line", "Median line", (step) => step.line, (line) => format.number(line)),
        table.figures("offered", "Offered line", (step) => step.offered, (line) => format.line(line)),
        table.figures("chance", "Chance of the over", (step) => step.chance, (chance) => format.percent(chance)),
        table.figures("books", "Books", (step) => step.books, (books) => format.count(books)),
      ],
      rows: row.times.map((iso, place) => ({ time: iso, line: row.lines[place], offered: row.offered[place], chance: row.chances[place], books: row.books[place] })),
    }).element;

  const show = (row) => {
    place(
      "prop",
      make("h2", {}, `${row.player_name}, ${format.market(row.market).toLowerCase()}`),
      make("p", { class: "note" }, `First seen ${format.clockWithDay(first(row.times))}${row.times.length === 1 ? ", and unchanged" : `, changed ${row.times.length === 2 ? "once, at" : `${row.times.length - 1} times until`} ${format.clockWithDay(last(row.times))}`}; tip at `, time(row.tip_time, format.clockWithDay(row.tip_time)), "."),
      at(row, row.lines, `line (${format.unit(row.market)})`, "Median of the books' main lines", 1.5),
      at(row, row.chances.map((chance) => 100 * chance), "chance of the over (%)", "The market's chance of the over at the offered line, without the margin", 5),
      steps(row),
    );
    document.querySelectorAll("#moves [aria-current]").forEach((button) => button.removeAttribute("aria-current"));
    document.querySelector(`#moves button[data-key="${CSS.escape(key(row))}"]`)?.setAttribute("aria-current", "true");
  };

  const order = [...rows].sort((one, other) => Math.abs(moved(other)) - Math.abs(moved(one)) || Math.abs(leaned(other) ?? 0) - Math.abs(leaned(one) ?? 0) || key(one).localeCompare(key(other)));
  place(
    "list",
    table({
      id: "moves",
      caption: "Props of tonight, the largest move of the median line first. Pick one to see how it went.",
      columns: [
        { id: "player", title: "Player", sort: (row) => row.player_name, cell: playerLink },
        { id: "market", title: "Market", sort: (row) => row.market, cell: (row) => make("abbr", { title: format.market(row.market) }, format.shortMarket(row.market)) },
        table.figures("line", "Line", (row) => last(row.lines), (line, row) => (first(row.lines) === line ? format.number(line) : `${format.number(first(row.lines))} → ${format.number(line)}`), "Median of the books' main lines, first and last"),
        table.figures("moved", "Moved", moved, (move) => format.signed(move), "In units of the market"),
        table.figures("leaned", "Chance", leaned, (move) => format.edge(move), "The market's chance of the over, where the line stayed"),
        table.figures("changes", "n", (row) => row.times.length, (count) => format.count(count), "How often the market's word changed"),
        { id: "show", title: "Chart", cell: (row) => make("button", { type: "button", class: "tab", data: { key: key(row) }, "aria-label": `Chart of ${row.player_name}, ${format.unit(row.market)}`, on: { click: () => show(row) } }, "Show") },
      ],
      rows: order,
      attributes: (row) => ({ data: { player: row.player, market: row.market, game: row.game_id } }),
    }).element,
  );
  show(order[0]);
});
