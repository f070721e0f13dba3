"use strict";

/* What ids are called on the page. An id that is not known here is written out from its own letters. */
(() => {
  const { make } = tipoff.dom;

  const MARKETS = {
    POINTS: { name: "Points", unit: "points", order: 1 },
    REBOUNDS: { name: "Rebounds", unit: "rebounds", order: 2 },
    ASSISTS: { name: "Assists", unit: "assists", order: 3 },
    PRA: { name: "PRA", unit: "points + rebounds + assists", order: 4 },
    ALL: { name: "All markets", unit: "", order: 0 },
  };

  const BOOKMAKERS = {
    draftkings: "DraftKings", fanduel: "FanDuel", betmgm: "BetMGM", betrivers: "BetRivers", espnbet: "ESPN BET",
    williamhill_us: "Caesars", caesars: "Caesars", betonlineag: "BetOnline", bovada: "Bovada", fanatics: "Fanatics",
  };

  const CALLS = {
    OVER: { name: "Over", sign: "▲", style: "over", order: 1 },
    UNDER: { name: "Under", sign: "▼", style: "under", order: 2 },
    PASS: { name: "Pass", sign: "", style: "none", order: 3, why: "A price was there, but no side is worth it." },
    NO_BOOK: { name: "No book", sign: "", style: "none", order: 4, why: "No bookmaker's price stood at this time." },
  };

  const OUTCOMES = {
    WIN: { name: "Win", style: "win", order: 1 },
    LOSS: { name: "Loss", style: "loss", order: 2 },
    PUSH: { name: "Push", style: "even", order: 3, why: "Landed on the line: the stake came back." },
    VOID: { name: "Void", style: "even", order: 4, why: "Did not play: the stake came back." },
    NO_BET: { name: "No bet", style: "none", order: 5 },
  };

  const KINDS = {
    BLIND: "blind: does not see the market's lines",
    MARKET_AWARE: "market-aware: sees the market's lines",
    BASELINE: "baseline: a simple rule to beat",
    MARKET: "market: the bookmakers' own numbers",
  };

  const own = (map, key) => (Object.prototype.hasOwnProperty.call(map, key) ? map[key] : null);

  const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const spaced = (id) => String(id).replace(/_/g, " ");
  const written = (id) => sentence(spaced(id).toLowerCase());

  const market = (id) => (own(MARKETS, id) || { name: written(id) }).name;
  const unit = (id) => (own(MARKETS, id) || { unit: spaced(id).toLowerCase() }).unit;
  const marketOrder = (id) => (own(MARKETS, id) || { order: 9 }).order;
  const bookmaker = (id) => own(BOOKMAKERS, id) || sentence(spaced(id));
  const system = (id) => sentence(spaced(id));
  const kind = (id) => (id ? own(KINDS, id) || written(id) : "");
  const call = (id) => own(CALLS, id) || { name: written(id), sign: "", style: "none", order: 9 };
  const outcome = (id) => own(OUTCOMES, id) || { name: written(id), style: "none", order: 9 };

  /** The call as a chip: sign and word, so that colour only repeats it. */
  function callChip(id) {
    const { name, sign, style, why } = call(id);
    const chip = make("span", { class: `chip ${style}`, title: why });
    if (sign) {
      chip.append(make("span", { "aria-hidden": "true" }, `${sign} `));
    }
    chip.append(name);
    return chip;
  }

  function outcomeChip(id) {
    const { name, style, why } = outcome(id);
    return make("span", { class: `chip ${style}`, title: why }, name);
  }

  /** "MIA @ BOS", whichever side the row's player is on. */
  function game({ team, opponent, home }) {
    if (!team || !opponent) {
      return team || "";
    }
    return home ? `${opponent} @ ${team}` : `${team} @ ${opponent}`;
  }

  const isBet = ({ recommendation }) => recommendation === "OVER" || recommendation === "UNDER";

  tipoff.labels = {
    market, unit, marketOrder, bookmaker, system, kind, call, outcome, callChip, outcomeChip, game, written, isBet,
  };
})();
