"use strict";

(() => {
  const { make, playerLink, time, disclosure, note } = tipoff.dom;
  const { format, props } = tipoff;

  const FIRST = 6;
  const NO_BETS = "No bets: at these prices no side of any line is worth it.";
  const NOBODY_KNOWS_THE_LINE =
    "No bets are proposed: only systems that never see the line have spoken, and what they take for an edge is" +
    " mostly what the market knows and they do not.";

  const pair = (term, ...value) => make("div", {}, make("dt", {}, term), make("dd", {}, ...value));

  const middle = (row) =>
    format.isAbsent(row.low_80)
      ? format.number(row.mean)
      : `${format.number(row.mean)} (80 %: ${format.number(row.low_80, 0)} to ${format.number(row.high_80, 0)})`;

  const card = (row) => {
    const side = props.side(row);
    const name = `${format.call(side)} ${format.line(row.line)} ${format.brief(row.market)}`;
    const stake = props.stake(row);
    return make(
      "li",
      { class: "card", data: { player: row.player, market: row.market, game: row.game_id } },
      make("h3", {}, playerLink(row)),
      make("p", { class: "where" }, `${props.matchup(row)} · `, time(row.tip_time, format.clock(row.tip_time))),
      make("p", { class: "wager" }, make("b", { class: `side ${side.toLowerCase()}` }, name)),
      make(
        "p",
        { class: "price" },
        make("b", {}, format.odds(props.price(row))),
        row.bookmaker === "" ? "" : ` at ${row.bookmaker}`,
      ),
      tipoff.draw.chance(props.chance(row), props.marketChance(row), name),
      make(
        "dl",
        {},
        pair("● Our chance", format.percent(props.chance(row))),
        pair("┃ Market's", format.percent(props.marketChance(row))),
        pair("Forecast", middle(row)),
        pair("Value if we are right", `${format.signedPercent(row.expected_value)} a unit`),
        pair("Stake", make("span", { title: stake.why }, stake.text === "none" ? stake.text : `${stake.text} of bankroll`)),
      ),
      props.reasons(row),
      make("p", { class: "by" }, `${format.words(row.system_id)}; ${agreement(row)}`),
    );
  };

  /* How many of the others would bet, and on which side. */
  const agreement = (row) => {
    const others = row.calls.filter((call, place) => row.systems[place] !== row.system_id);
    const count = (call) => others.filter((other) => other === call).length;
    return `of ${others.length} others ${count("OVER")} say over, ${count("UNDER")} under, ${count("PASS")} pass`;
  };

  tipoff.bets = (rows, all) => {
    if (rows.length === 0) {
      return note(all.some((row) => row.kind === "MARKET_AWARE") ? NO_BETS : NOBODY_KNOWS_THE_LINE);
    }
    const order = [...rows].sort((one, other) => other.expected_value - one.expected_value);
    const cards = (some) => make("ol", { class: "cards" }, some.map(card));
    return [
      cards(order.slice(0, FIRST)),
      order.length > FIRST ? disclosure(`${order.length - FIRST} more`, cards(order.slice(FIRST))) : null,
    ];
  };
})();
