"use strict";

/* The index of all players. */
(() => {
  const { make, playerLink } = tipoff.dom;
  const { format, table } = tipoff;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const columns = [
    { id: "player", title: "Player", sort: (row) => row.player_name, cell: playerLink },
    table.words("team", "Team", (row) => row.team),
    table.figures("games", "Games", (row) => row.games, (games) => format.count(games), "Games that he played this season"),
    table.figures("minutes", "Minutes", (row) => row.minutes, (mean) => format.number(mean), "Mean a game"),
    table.figures("points", "Points", (row) => row.points, (mean) => format.number(mean), "Mean a game"),
    table.figures("rebounds", "Rebounds", (row) => row.rebounds, (mean) => format.number(mean), "Mean a game"),
    table.figures("assists", "Assists", (row) => row.assists, (mean) => format.number(mean), "Mean a game"),
    { id: "last_game", title: "Last listed", sort: (row) => row.last_game, cell: (row) => format.shortDay(row.last_game) },
  ];

  tipoff.players = (rows) => {
    const shown = make("output", { id: "shown" });
    const list = table({
      id: "players",
      caption: "Every player of the season, with his means a game so far",
      columns,
      rows,
      sort: ["points", "descending"],
      attributes: (row) => ({ data: { player: row.player } }),
    });
    const search = make("input", { id: "filter-player", type: "search", placeholder: "any" });
    const update = () => {
      const some = rows.filter((row) => plain(row.player_name).includes(plain(search.value)));
      list.update(some);
      shown.textContent = `${some.length} of ${rows.length} players`;
    };
    search.addEventListener("input", update);
    update();
    return [
      make(
        "form",
        { class: "filters", "aria-label": "Filters of the players", on: { submit: (event) => event.preventDefault() } },
        make("label", { for: "filter-player" }, "Player", search),
        shown,
      ),
      list.element,
    ];
  };
})();
