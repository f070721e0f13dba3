"use strict";

/* What a row of props opens to: each system's word, all reasons, and when the line stood. */
(() => {
  const { make, unknown } = tipoff.dom;
  const format = tipoff.format;
  const labels = tipoff.labels;

  /** Systems that give no chance are written as -1 in the data. */
  const chanceOf = (value) => (format.known(value) && value >= 0
    ? format.percent(value)
    : unknown("This system gives no chance."));

  function systems(prop) {
    const rows = (prop.systems || []).map((system, place) => [
      system === prop.system_id ? make("b", null, `${labels.system(system)} (lead)`) : labels.system(system),
      format.orUnknown((prop.means || [])[place], format.number, "No mean."),
      chanceOf((prop.chances || [])[place]),
      labels.callChip((prop.calls || [])[place]),
    ]);
    const caption = `Each system on ${prop.player_name}, ${labels.unit(prop.market)}, line ${format.line(prop.line)}`;
    return tipoff.table.plain(caption, ["System", "Mean", "Chance of over", "Call"], rows);
  }

  function fact(term, value) {
    return make("div", null, make("dt", null, term), make("dd", null, value));
  }

  function range(prop, share) {
    const low = prop[`low_${share}`];
    const high = prop[`high_${share}`];
    return format.known(low) && format.known(high)
      ? `${format.number(low)} to ${format.number(high)} ${labels.unit(prop.market)}`
      : unknown("The lead system gives no such interval.");
  }

  function facts(prop) {
    return make("dl", { class: "facts" },
      fact("Reasons", (prop.reasons || []).length > 0 ? prop.reasons.join(" · ") : unknown("None were given.")),
      fact("Median", format.orUnknown(prop.median, (value) => `${format.number(value)} ${labels.unit(prop.market)}`,
        "No median.")),
      fact("Middle 50 %", range(prop, 50)),
      fact("Middle 80 %", range(prop, 80)),
      fact("Books' median line", format.orUnknown(prop.market_median, format.line, "No book had a main line.")),
      fact("Line stood at", format.orUnknown(prop.snapshot_time,
        (time) => make("span", null, format.timeElement(time, format.dayAndTime), " ET"), "The time is not known.")),
      fact("Lead system", `${labels.system(prop.system_id)} (${labels.kind(prop.kind)})`),
      fact("Stake", tipoff.propsColumns.whyNoStake(prop, [prop]) === null
        ? `${format.percent(prop.stake, 1)} of the bankroll`
        : "none"),
      (prop.quality_flags || []).length > 0 ? fact("Take care", prop.quality_flags.map(labels.written).join(" · ")) : null);
  }

  const element = (prop) => make("div", { class: "more" }, systems(prop), facts(prop));
  const label = (prop) => `All systems: ${prop.player_name}, ${labels.unit(prop.market)}`;

  tipoff.propsDetail = { element, label };
})();
