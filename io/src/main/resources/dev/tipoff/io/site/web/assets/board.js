"use strict";

/* The table of all props of a slate, with its filters. */
(() => {
  const { make, playerLink, time, select } = tipoff.dom;
  const { format, props, table } = tipoff;

  const systems = (row) =>
    table({
      caption: `What every system says of ${row.player_name}, ${format.unit(row.market)}, line ${format.line(row.line)}`,
      columns: [
        table.words("system", "System", (each) => format.words(each.id)),
        table.figures("mean", "Mean", (each) => each.mean, (mean) => format.number(mean)),
        table.figures("chance", "Chance of the over", (each) => each.chance, (chance) => format.percent(chance)),
        table.words("call", "Call", (each) => format.call(each.call)),
      ],
      rows: row.systems.map((id, place) => ({
        id,
        mean: row.means[place],
        chance: row.chances[place] < 0 ? null : row.chances[place],
        call: row.calls[place],
      })),
    }).element;

  /* What the columns say that a phone has no room for. */
  const inWords = (row) => {
    const stated = [
      ["Side", format.call(props.side(row))],
      ["Ours", format.percent(props.chance(row))],
      ["Market's", format.percent(props.marketChance(row))],
      ["Mean", format.number(row.mean)],
      ["Over / under", offers(row)],
      ["EV", format.signedPercent(row.expected_value)],
      ["Stake", props.stake(row).text],
    ];
    return make("dl", { class: "phone" }, stated.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
  };

  const offers = (row) =>
    row.bookmaker === ""
      ? make("span", { class: "absent", title: "None of the books to bet at offers the line" }, format.ABSENT)
      : [`${format.odds(row.over_odds)} / ${format.odds(row.under_odds)} `, make("small", { title: row.bookmaker }, row.bookmaker)];

  const call = (row) =>
    props.isBet(row)
      ? make("b", { class: `side ${row.recommendation.toLowerCase()}` }, format.call(row.recommendation))
      : make("span", { class: "absent" }, format.call(row.recommendation));

  const columns = (most) => [
    {
      id: "player",
      title: "Player",
      sort: (row) => row.player_name,
      cell: (row) => [playerLink(row), " ", make("small", {}, `${props.matchup(row)} · `, time(row.tip_time, format.clock(row.tip_time))), make("small", { class: "phone" }, `${format.shortMarket(row.market)} ${format.line(row.line)} `, call(row))],
    },
    {
      id: "market",
      title: "Market",
      minor: true,
      sort: (row) => format.shortMarket(row.market),
      cell: (row) => make("abbr", { title: format.market(row.market) }, format.shortMarket(row.market)),
    },
    { ...table.figures("line", "Line", (row) => row.line, (line) => format.line(line), "The offered line nearest to the median of the books"), minor: true },
    { ...table.figures("books", "Books", (row) => row.books, (books) => format.count(books), "How many books have a main line"), minor: true },
    { id: "offers", title: "Over / under", minor: true, cell: offers, help: "Best American odds and the book that offers them" },
    { ...table.figures("mean", "Mean", (row) => row.mean, (mean) => format.number(mean), "Mean of the forecast"), minor: true },
    {
      id: "forecast",
      title: "Forecast",
      help: "Thick: the middle half. Thin: the middle 80 %. Dot: the mean. Upright: the line",
      cell: (row) => tipoff.draw.interval(row, most[row.market]),
    },
    {
      id: "side",
      title: "Side",
      minor: true,
      help: "The side that is bet, or that we find likelier than the market does",
      sort: (row) => props.side(row),
      cell: (row) => format.call(props.side(row)),
    },
    { ...table.figures("chance", "Ours", props.chance, (chance) => format.percent(chance), "Our chance of that side if the stat does not land on the line"), minor: true },
    { ...table.figures("market_chance", "Market's", props.marketChance, (chance) => format.percent(chance), "The market's chance of it, without the margin"), minor: true },
    table.figures("edge", "Edge", props.edge, (edge) => format.edge(edge), "Our chance minus the market's, in percentage points"),
    { ...table.figures("value", "EV", (row) => row.expected_value, (value) => format.signedPercent(value), "Expected profit of the better side for each unit staked, if our chance is right"), minor: true },
    {
      id: "stake",
      title: "Stake",
      minor: true,
      number: true,
      help: "Of the bankroll",
      sort: (row) => (props.isBet(row) ? row.stake : null),
      cell: (row) => make("span", { title: props.stake(row).why }, props.stake(row).text),
    },
    { id: "call", title: "Call", minor: true, sort: (row) => row.recommendation, cell: call },
  ];

  const state = () => new URLSearchParams(location.hash.slice(1));

  const keep = (name, value) => {
    const all = state();
    if (value === "") {
      all.delete(name);
    } else {
      all.set(name, value);
    }
    history.replaceState(null, "", all.size === 0 ? location.pathname + location.search : `#${all}`);
  };

  const games = (rows) =>
    [...new Map(rows.map((row) => [row.game_id, row])).values()].sort(
      (one, other) => String(one.tip_time).localeCompare(String(other.tip_time)) || one.game_id.localeCompare(other.game_id),
    );

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const matches = (row, wanted) =>
    (wanted.game === "" || row.game_id === wanted.game) &&
    (wanted.market === "" || row.market === wanted.market) &&
    (wanted.call === "" || (wanted.call === "BET" ? props.isBet(row) : row.recommendation === wanted.call)) &&
    (wanted.edge === "" || (props.edge(row) ?? -1) >= Number(wanted.edge) / 100) &&
    (wanted.player === "" || plain(row.player_name).includes(plain(wanted.player)));

  tipoff.board = (rows) => {
    const most = {};
    rows.forEach((row) => {
      most[row.market] = Math.max(most[row.market] ?? 0, row.high_80 ?? row.mean, row.line);
    });
    const wanted = { game: "", market: "", edge: "", call: "", player: "" };
    const shown = make("output", { id: "shown" });
    const kept = state();
    const board = table({
      id: "props",
      caption: "Each prop with a line. Chance, edge and price are of the side in the row.",
      columns: columns(most),
      rows: [],
      sort: kept.has("sort") ? kept.get("sort").split(":") : ["edge", "descending"],
      attributes: (row) => ({ data: { player: row.player, market: row.market, game: row.game_id } }),
      details: (row) => [inWords(row), props.reasons(row), systems(row)],
      nameOf: (row) => `${row.player_name}, ${format.unit(row.market)}`,
      onSort: (sort) => keep("sort", sort.join(":")),
    });
    const update = () => {
      const some = rows.filter((row) => matches(row, wanted));
      board.update(some);
      shown.textContent = `${some.length} of ${rows.length} props`;
    };
    const changed = (name) => (event) => {
      wanted[name] = event.target.value;
      keep(name, event.target.value);
      update();
    };
    const choices = (name, label, options) => select(`filter-${name}`, label, options, changed(name));
    const filters = make(
      "form",
      { class: "filters", "aria-label": "Filters of the props", on: { submit: (event) => event.preventDefault() } },
      make(
        "label",
        { for: "filter-player" },
        "Player",
        make("input", { id: "filter-player", type: "search", placeholder: "any", on: { input: changed("player") } }),
      ),
      choices("game", "Game", [["", "all"], ...games(rows).map((row) => [row.game_id, `${props.matchup(row)}, ${format.clock(row.tip_time)}`])]),
      choices("market", "Market", [["", "all"], ...format.markets.filter((market) => market in most).map((market) => [market, format.market(market)])]),
      choices("edge", "Edge of at least", [["", "any"], ["1", "1 pp"], ["2", "2 pp"], ["3", "3 pp"], ["5", "5 pp"], ["10", "10 pp"]]),
      choices("call", "Call", [["", "any"], ["BET", "over or under"], ["OVER", "over"], ["UNDER", "under"], ["PASS", "pass"], ["NO_BOOK", "no book"]]),
      shown,
    );
    Object.keys(wanted).forEach((name) => {
      const control = filters.querySelector(`#filter-${name}`);
      control.value = kept.get(name) ?? "";
      wanted[name] = control.value;
    });
    update();
    return [filters, board.element];
  };
})();
