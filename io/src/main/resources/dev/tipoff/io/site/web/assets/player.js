"use strict";

tipoff.page(async () => {
  const { make, place, missing, note } = tipoff.dom;
  const { format, table, season } = tipoff;
  const id = decodeURIComponent(location.hash.slice(1));
  addEventListener("hashchange", () => location.reload());

  if (id === "") {
    const rows = await tipoff.load("players/index");
    place("title", "Players");
    place("players-here", ...(rows === null || rows.length === 0 ? [missing("No player of the season has a game yet.", `analytics --date=${tipoff.day}`)] : tipoff.players(rows)));
    return;
  }

  /* A player of tonight may have no game of this season yet. */
  const [all, tonight] = await Promise.all([tipoff.load(`players/${id}`), tipoff.load("predictions/today")]);
  const props = (tonight ?? []).filter((row) => row.player === id);
  all?.sort((one, other) => one.game_date.localeCompare(other.game_date) || one.game_id.localeCompare(other.game_id));
  const games = season.played(all ?? []);
  if (props.length === 0 && (all ?? []).length === 0) {
    place("title", "Player");
    place("players-here", note(`Nothing is published of a player ${id}. `, make("a", { href: "player.html" }, "All players"), "."));
    return;
  }
  const name = (all ?? props)[0].player_name;
  place("title", name);
  document.title = `Tipoff: ${name}`;
  place("tonight", ...(props.length === 0 ? [note("No line of his is published for tonight.")] : tipoff.board(props).slice(1)));
  if (all === null) {
    place("subtitle", `${props[0].team} · no game of this season yet`);
    place("market", note("He is not in any box score of this season yet."));
    place("log", note("No games."));
    return;
  }
  const last = all[all.length - 1];
  place("subtitle", `${last.team} · ${games.length} games played of ${all.length} listed, ${format.shortDay(all[0].game_date)} to ${format.day(last.game_date)}`);

  const outcome = (game, market) => {
    const kind = season.of(game, market, "outcome");
    return kind === null || kind === "NO_LINE" || kind === "NO_BET" ? "" : ` ${{ WIN: "won", LOSS: "lost", PUSH: "push", VOID: "void" }[kind] ?? kind}`;
  };

  const log = (market) =>
    table({
      id: "games",
      caption: `Every game that lists him, ${format.unit(market)} beside the line and the forecast before it`,
      columns: [
        { id: "date", title: "Date", sort: (game) => game.game_date, cell: (game) => format.shortDay(game.game_date) },
        table.words("opponent", "Opponent", (game) => `${game.home ? "vs" : "@"} ${game.opponent}`),
        table.words("role", "Role", (game) => (game.played ? { true: "starter", false: "bench" }[game.starter] ?? null : game.reason ?? "did not play")),
        table.words("win", "Result", (game) => ({ true: "won", false: "lost" })[game.win] ?? null),
        table.figures("minutes", "Minutes", (game) => game.minutes, (minutes) => format.number(minutes)),
        table.figures("points", "PTS", (game) => game.points, (count) => format.count(count), "Points"),
        table.figures("rebounds", "REB", (game) => game.rebounds, (count) => format.count(count), "Rebounds"),
        table.figures("assists", "AST", (game) => game.assists, (count) => format.count(count), "Assists"),
        table.figures("line", "Line", (game) => season.of(game, market, "line"), (line) => format.line(line)),
        table.figures("mean", "Forecast", (game) => season.of(game, market, "mean"), (mean, game) => (format.isAbsent(season.of(game, market, "low")) ? format.number(mean) : `${format.number(mean)} (${format.number(season.of(game, market, "low"), 0)}–${format.number(season.of(game, market, "high"), 0)})`), "Mean, and the middle 80 %"),
        { id: "outcome", title: "Bet", cell: (game) => outcome(game, market) },
      ],
      rows: all,
      sort: ["date", "descending"],
      attributes: (game) => ({ data: { game: game.game_id } }),
    }).element;

  const show = (market) => {
    tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.market === market)));
    place("market", games.length === 0 ? note("He has not played yet.") : season.gamesChart(games, market), season.splitTable(games, market));
    place("log", log(market));
  };
  const tabs = format.markets.map((market) =>
    make("button", { type: "button", class: "tab", "aria-pressed": "false", data: { market }, on: { click: () => show(market) } }, format.market(market)),
  );
  place("tabs", ...tabs);
  show("POINTS");
  place("minutes", ...(games.length === 0 ? [] : [season.minutesChart(games)]));
});
