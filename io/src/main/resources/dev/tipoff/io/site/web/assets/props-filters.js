"use strict";

/* The controls above the table of props: what they offer, what they keep, and their part of the address. */
(() => {
  const { byId, option } = tipoff.dom;
  const format = tipoff.format;
  const labels = tipoff.labels;

  const NAMES = ["game", "market", "edge", "call", "player"];
  const control = (name) => byId(`filter-${name}`);
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const distinct = (values) => [...new Set(values)];

  function offerGames(props) {
    const games = new Map(props.map((prop) => [prop.game_id, prop]));
    const byTip = [...games.values()].sort((a, b) => (a.tip_time || "").localeCompare(b.tip_time || ""));
    for (const prop of byTip) {
      const tip = prop.tip_time ? ` · ${format.time(prop.tip_time)} ET` : "";
      control("game").append(option(prop.game_id, labels.game(prop) + tip));
    }
  }

  function offerMarkets(props) {
    const markets = distinct(props.map(({ market }) => market))
      .sort((a, b) => labels.marketOrder(a) - labels.marketOrder(b));
    control("market").append(...markets.map((market) => option(market, labels.market(market))));
  }

  function offerCalls(props) {
    const calls = distinct(props.map(({ recommendation }) => recommendation))
      .sort((a, b) => labels.call(a).order - labels.call(b).order);
    control("call").append(...calls.map((call) => option(call, labels.call(call).name)));
  }

  const values = () => Object.fromEntries(NAMES.map((name) => [name, control(name).value.trim()]));

  /** The test a prop must pass to be shown. */
  function test() {
    const { game, market, edge, call, player } = values();
    const words = fold(player).split(/\s+/).filter(Boolean);
    const least = Number(edge) / 100;
    return (prop) => (!game || prop.game_id === game)
      && (!market || prop.market === market)
      && (!call || prop.recommendation === call || (call === "BET" && labels.isBet(prop)))
      && (!(least > 0) || Math.abs(tipoff.propsColumns.edge(prop) || 0) >= least)
      && words.every((word) => fold(prop.player_name).includes(word));
  }

  /** Values of the address that are on offer; a select drops what it does not have by itself. */
  function restore(state) {
    for (const name of NAMES) {
      control(name).value = state[name] || "";
    }
  }

  function start(props, onChange) {
    offerGames(props);
    offerMarkets(props);
    offerCalls(props);
    const form = byId("filters");
    form.hidden = false;
    restore(tipoff.state.read());
    form.addEventListener("input", onChange);
    form.addEventListener("submit", (event) => event.preventDefault());
    // A reset event comes before the controls are emptied.
    form.addEventListener("reset", () => setTimeout(onChange));
  }

  tipoff.propsFilters = { start, restore, test, values };
})();
