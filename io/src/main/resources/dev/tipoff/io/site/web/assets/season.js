"use strict";

/* What a player's games come to: form and splits, and their charts. */
(() => {
  const { make } = tipoff.dom;
  const { format, table, chart } = tipoff;
  const STATS = {
    POINTS: (game) => game.points,
    REBOUNDS: (game) => game.rebounds,
    ASSISTS: (game) => game.assists,
    PRA: (game) => game.points + game.rebounds + game.assists,
  };
  const DAY = 86400000;

  const stat = (game, market) => STATS[market](game);
  const of = (game, market, what) => game[`${market.toLowerCase()}_${what}`];
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

  /* Whole days off between a game and the one before that he played. */
  const rest = (games, place) =>
    place === 0 ? null : (Date.parse(games[place].game_date) - Date.parse(games[place - 1].game_date)) / DAY - 1;

  const row = (name, games, market) => {
    const values = games.map((game) => stat(game, market));
    const lined = games.filter((game) => of(game, market, "line") !== null);
    const overs = lined.filter((game) => stat(game, market) > of(game, market, "line")).length;
    return {
      name,
      games: games.length,
      mean: values.length === 0 ? null : mean(values),
      half:
        values.length < 2
          ? null
          : (1.96 * Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1))) /
            Math.sqrt(values.length),
      minutes: games.length === 0 ? null : mean(games.map((game) => game.minutes)),
      lined: lined.length,
      overs,
    };
  };

  const splits = (games, market) => {
    const rested = games.map((game, place) => ({ game, days: rest(games, place) }));
    const where = (test) => games.filter(test);
    return [
      row("Last 5", games.slice(-5), market),
      row("Last 10", games.slice(-10), market),
      row("Last 20", games.slice(-20), market),
      row("Season", games, market),
      row("At home", where((game) => game.home), market),
      row("Away", where((game) => !game.home), market),
      row("Started", where((game) => game.starter === true), market),
      row("From the bench", where((game) => game.starter === false), market),
      row("Won", where((game) => game.win === true), market),
      row("Lost", where((game) => game.win === false), market),
      row("No day of rest", rested.filter(({ days }) => days === 0).map(({ game }) => game), market),
      row("One day of rest", rested.filter(({ days }) => days === 1).map(({ game }) => game), market),
      row("Two days or more", rested.filter(({ days }) => days >= 2).map(({ game }) => game), market),
    ].filter((split) => split.games > 0);
  };

  const splitTable = (games, market) =>
    table({
      id: "splits",
      caption: `${format.market(market)} by form and splits, games that he played`,
      columns: [
        table.words("name", "Games", (split) => split.name),
        table.figures("games", "n", (split) => split.games, (games) => format.count(games)),
        table.figures("mean", "Mean", (split) => split.mean, (value, split) => format.withHalf(value, split.half, format.number), "With a 95 % interval of the mean, as if games were independent"),
        table.figures("minutes", "Minutes", (split) => split.minutes, (minutes) => format.number(minutes), "Mean a game"),
        table.figures("overs", "Over the line", (split) => (split.lined === 0 ? null : split.overs / split.lined), (share, split) => (split.lined === 0 ? format.ABSENT : `${split.overs} of ${split.lined}`), "Of the games with a published line"),
      ],
      rows: splits(games, market),
    }).element;

  /* 1 over the line, -1 under it, 0 on it or without one. */
  const beyond = (game, market) => {
    const line = of(game, market, "line");
    return line === null ? 0 : Math.sign(stat(game, market) - line);
  };

  const gamesChart = (games, market) => {
    const labels = games.map((game) => format.shortDay(game.game_date));
    const points = (what) => games.map((game) => of(game, market, what));
    return chart({
      label: `${format.market(market)} by game, with the forecast and the line before it. ▲ over the line, ▼ under it, ● on it or without one`,
      type: "line",
      settings: () => ({
        data: {
          labels,
          datasets: [
            {
              label: "Actual",
              data: games.map((game) => stat(game, market)),
              showLine: false,
              pointRadius: games.map((game) => (beyond(game, market) === 0 ? 4 : 5)),
              pointStyle: games.map((game) => (beyond(game, market) === 0 ? "circle" : "triangle")),
              pointRotation: games.map((game) => (beyond(game, market) < 0 ? 180 : 0)),
              borderColor: chart.colour("ink"),
              backgroundColor: chart.colour("ink"),
            },
            { label: "Line", data: points("line"), showLine: false, pointStyle: "line", pointRadius: 7, borderWidth: 3, borderColor: chart.colour("under"), backgroundColor: chart.colour("under") },
            { label: "Forecast mean", data: points("mean"), pointRadius: points("mean").filter((mean) => mean !== null).length < 2 ? 4 : 0, borderWidth: 2, borderColor: chart.colour("over"), backgroundColor: chart.colour("over"), spanGaps: true },
            { label: "_low", data: points("low"), pointRadius: 0, borderWidth: 0, spanGaps: true },
            { label: "Middle 80 % of the forecast", data: points("high"), pointRadius: 0, borderWidth: 0, pointStyle: "rect", fill: "-1", backgroundColor: chart.colour("band"), spanGaps: true },
          ],
        },
        x: chart.axis("Game"),
        y: chart.axis(format.unit(market), { beginAtZero: true }),
      }),
    });
  };

  const minutesChart = (games) =>
    chart({
      label: "Minutes by game",
      type: "bar",
      height: "low",
      settings: () => ({
        data: {
          labels: games.map((game) => format.shortDay(game.game_date)),
          datasets: [{ label: "Minutes", data: games.map((game) => game.minutes), backgroundColor: chart.colour("series-1") }],
        },
        x: chart.axis("Game"),
        y: chart.axis("minutes", { beginAtZero: true }),
      }),
    });

  tipoff.season = { stat, of, splitTable, gamesChart, minutesChart, played: (games) => games.filter((game) => game.played) };
})();
