"use strict";

/* index.html: tonight's slate. */
(() => {
  const { make, byId } = tipoff.dom;
  const format = tipoff.format;
  const labels = tipoff.labels;
  const { section, predictCommand, gradeCommand } = tipoff.frame;

  const FIRST_SORT = { key: "tip", direction: 1 };

  const howMany = (values) => new Set(values).size;

  function figure(value, word) {
    return make("li", null, make("b", null, format.count(value)), ` ${word}`);
  }

  function counts(props) {
    const bets = props.filter(labels.isBet).length;
    const games = howMany(props.map(({ game_id: game }) => game));
    const players = howMany(props.map(({ player }) => player));
    return [
      figure(games, games === 1 ? "game" : "games"),
      figure(players, players === 1 ? "player" : "players"),
      figure(props.length, props.length === 1 ? "line" : "lines"),
      figure(bets, bets === 1 ? "bet of the lead system" : "bets of the lead system"),
    ];
  }

  function head(props) {
    byId("counts").append(...counts(props));
    const leads = [...new Set(props.map(({ system_id: system }) => system))].map(labels.system).join(", ");
    const latest = props.map(({ as_of: time }) => time).filter(Boolean).sort().pop();
    if (latest) {
      byId("as-of").append("As of ", format.timeElement(latest, format.dayAndTime),
        ` ET; nothing later went into these forecasts. Lead system: ${leads}.`);
    }
  }

  function allProps(parent, props) {
    const table = tipoff.table.create({
      id: "props",
      style: "props",
      caption: "Forecasts and chances by the lead system. Chances and edge are of the over; odds are American.",
      columns: tipoff.propsColumns.forSlate(props),
      rows: props,
      sort: tipoff.state.sortFrom(tipoff.state.read().sort) || FIRST_SORT,
      attributes: (prop) => ({ "data-player": prop.player, "data-market": prop.market, "data-game": prop.game_id }),
      detail: tipoff.propsDetail.element,
      detailLabel: tipoff.propsDetail.label,
      onSort: remember,
    });

    function remember(sort) {
      const text = tipoff.state.sortText(sort);
      tipoff.state.write({ ...tipoff.propsFilters.values(), sort: text === FIRST_SORT.key ? "" : text });
    }

    function show() {
      const shown = table.filter(tipoff.propsFilters.test());
      byId("shown").textContent = `${format.count(shown)} of ${format.counted(props.length, "prop")}`;
      byId("nothing-shown").hidden = shown > 0;
    }

    tipoff.propsFilters.start(props, () => {
      show();
      remember(table.sort);
    });
    parent.append(table.element);
    show();
    addEventListener("hashchange", () => {
      tipoff.propsFilters.restore(tipoff.state.read());
      show();
    });
    return table.done;
  }

  const NOTHING_TONIGHT = "No props with a line tonight: either there is no game, or no bookmaker has posted yet.";

  tipoff.frame.page(async () => {
    const day = tipoff.day();
    byId("day").textContent = day ? format.dayInFull(day) : "Tonight";
    await section(byId("props-body"), "predictions/today", {
      missing: "No forecasts were published of this slate.", command: predictCommand(), none: NOTHING_TONIGHT,
    }, async (parent, props) => {
      head(props);
      await allProps(parent, props);
    });
    await section(byId("best-body"), "best-bets/latest", {
      missing: "No bets were published of this slate.", command: predictCommand(),
      none: "No bet tonight: no price is better than our chance by enough.",
    }, tipoff.bestBets.draw);
    await section(byId("results-body"), "results/latest", {
      missing: "No slate was graded yet.", command: gradeCommand(),
      none: "The last graded slate has no prop with a line.",
    }, tipoff.results.draw);
  });
})();
