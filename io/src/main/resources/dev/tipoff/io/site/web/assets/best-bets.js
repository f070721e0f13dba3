"use strict";

/* Best bets as cards. A card shows both chances and the whole interval, so that none looks like a sure thing. */
(() => {
  const { make, byId } = tipoff.dom;
  const format = tipoff.format;
  const labels = tipoff.labels;
  const { known } = format;
  const FIRST = 8;
  const MOST = 15;

  /** Chances are given for the over; a card speaks of its own side. */
  const ofSide = (chance, isOver) => (known(chance) ? (isOver ? chance : 1 - chance) : null);

  const pair = (style, term, value) =>
    make("div", { class: style }, make("dt", null, term), make("dd", null, value));

  function where(prop) {
    const place = make("p", { class: "where" }, labels.game(prop));
    if (prop.tip_time) {
      place.append(" · ", format.timeElement(prop.tip_time), " ET");
    }
    return place;
  }

  function wager(prop, isOver) {
    const price = isOver ? prop.over_odds : prop.under_odds;
    return make("p", { class: "wager" },
      labels.callChip(prop.recommendation), " ",
      make("b", null, `${format.line(prop.line)} ${labels.unit(prop.market)}`), " ",
      make("span", { class: "price" },
        known(price) ? `${format.odds(price)} at ${labels.bookmaker(prop.bookmaker)}` : "no price known"));
  }

  function chances(prop, isOver) {
    const ours = ofSide(prop.probability_over, isOver);
    const market = ofSide(prop.market_probability_over, isOver);
    const side = isOver ? "over" : "under";
    return [
      make("dl", { class: "pairs" },
        pair("ours", "Our chance", format.orUnknown(ours, format.percent, "The lead system gives no chance.")),
        pair("theirs", "Market's", format.orUnknown(market, format.percent, "No two-sided price.")),
        pair("gap", "Edge", known(ours) && known(market) ? format.points(ours - market) : "–")),
      known(ours) ? tipoff.marks.chances(ours, market, side) : null,
    ];
  }

  function forecast(prop, tops) {
    const hasRange = known(prop.low_80) && known(prop.high_80);
    return make("div", { class: "outlook" },
      make("p", null, "Forecast ", make("b", null, format.number(prop.mean)),
        hasRange ? `, 80 % between ${format.number(prop.low_80, 0)} and ${format.number(prop.high_80, 0)}` : ""),
      tipoff.marks.interval(prop, labels.unit(prop.market), tops.get(prop.market), 240, 18));
  }

  function money(prop, props) {
    const why = tipoff.propsColumns.whyNoStake(prop, props);
    const value = known(prop.expected_value)
      ? `Expected ${format.signedPercent(prop.expected_value)} of the stake if our chance is right. `
      : "";
    return make("p", { class: "money" }, value,
      why === null ? make("span", null, "Stake ", make("b", null, format.percent(prop.stake, 1)), " of bankroll.") : why);
  }

  function card(prop, props, tops) {
    const isOver = prop.recommendation === "OVER";
    return make("li", { class: "card", "data-player": prop.player, "data-market": prop.market },
      make("h3", null, tipoff.propsColumns.playerLink(prop)),
      where(prop),
      wager(prop, isOver),
      chances(prop, isOver),
      forecast(prop, tops),
      money(prop, props),
      (prop.reasons || []).length > 0 ? make("p", { class: "why" }, prop.reasons.join(" · ")) : null);
  }

  function moreButton(rest) {
    const button = make("button", { type: "button", class: "plain-button", "aria-expanded": "false" });
    const label = () => (rest[0].hidden ? `Show ${rest.length} more` : `Show only the first ${FIRST}`);
    button.textContent = label();
    button.addEventListener("click", () => {
      const opens = rest[0].hidden;
      rest.forEach((item) => {
        item.hidden = !opens;
      });
      button.setAttribute("aria-expanded", String(opens));
      button.textContent = label();
    });
    return button;
  }

  function draw(parent, bets) {
    const tops = tipoff.propsColumns.scales(bets);
    const best = bets.slice()
      .sort((a, b) => (b.expected_value || 0) - (a.expected_value || 0))
      .slice(0, MOST);
    const cards = best.map((prop) => card(prop, bets, tops));
    const rest = cards.slice(FIRST);
    rest.forEach((item) => {
      item.hidden = true;
    });
    parent.append(make("ol", { class: "cards" }, cards));
    if (rest.length > 0) {
      parent.append(moreButton(rest));
    }
    byId("best-note").hidden = false;
  }

  tipoff.bestBets = { draw };
})();
