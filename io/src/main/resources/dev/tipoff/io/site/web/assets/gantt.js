"use strict";

/* The runs of a slate along the day, one row a phase. */
(() => {
  const { make, svg } = tipoff.dom;
  const { format } = tipoff;
  const ORDER = ["scrape", "load-raw", "analytics", "precompute", "predict", "grade", "publish"];
  const ROW = 30;
  const LEFT = 96;
  const WIDTH = 900;
  const MARKS = { COMPLETED: "✓", FAILED: "✕", NOT_READY: "…", SKIPPED: "–", STARTED: "▸" };

  const rank = (phase) => (ORDER.includes(phase) ? ORDER.indexOf(phase) : ORDER.length);

  /* A run that has not ended is as long as the day. */
  const ends = (run, last) => (run.ended_at === null ? last : Date.parse(run.ended_at));

  /* A run's state in words, after the mark that it has in the picture. */
  tipoff.runState = (run) => make("span", { class: `state ${run.state.toLowerCase()}` }, `${MARKS[run.state] ?? "?"} ${format.words(run.state).toLowerCase()}`);

  tipoff.gantt = (runs) => {
    const phases = [...new Set(runs.map((run) => run.pipeline))].sort((one, other) => rank(one) - rank(other) || one.localeCompare(other));
    const begins = runs.map((run) => Date.parse(run.started_at));
    const first = Math.min(...begins);
    const last = Math.max(...begins, ...runs.filter((run) => run.ended_at !== null).map((run) => Date.parse(run.ended_at)), first + 1000);
    const x = (moment) => LEFT + ((moment - first) / (last - first)) * (WIDTH - LEFT - 24);
    const height = phases.length * ROW + 28;
    const ticks = format.clockTicks(first, last, 7);
    const seconds = last - first < 600000;
    const clock = (moment) =>
      new Intl.DateTimeFormat("en-US", { timeZone: "America/New_York", hour: "numeric", minute: "2-digit", second: seconds ? "2-digit" : undefined }).format(moment);
    const bar = (run) => {
      const from = x(Date.parse(run.started_at));
      const top = phases.indexOf(run.pipeline) * ROW + 5;
      const text = `${run.pipeline}, ${format.words(run.state).toLowerCase()}, ${format.number(run.seconds)} s from ${clock(Date.parse(run.started_at))}`;
      return svg(
        "g",
        { class: `run ${run.state.toLowerCase()}` },
        svg("title", {}, text),
        svg("rect", { x: from, y: top, width: Math.max(4, x(ends(run, last)) - from), height: ROW - 12, rx: 3 }),
        svg("text", { x: from + Math.max(4, x(ends(run, last)) - from) + 4, y: top + 13 }, MARKS[run.state] ?? "?"),
      );
    };
    return make(
      "figure",
      { class: "figure" },
      make("figcaption", {}, `The cascade of the slate, ${clock(first)} to ${clock(last)} in New York. ✓ completed, – skipped, … not ready, ✕ failed, ▸ not ended. The table below has every run.`),
      make(
        "div",
        { class: "box", tabindex: "0", role: "region", "aria-label": "Cascade of the slate" },
        svg(
          "svg",
          { class: "gantt", viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": `Runs of ${phases.length} phases; the table below has every run` },
          phases.map((phase, place) => [
            svg("path", { class: "rule", d: `M0 ${(place + 1) * ROW}H${WIDTH}` }),
            svg("text", { x: 0, y: place * ROW + 19 }, phase),
          ]),
          ticks.map((moment) => [
            svg("path", { class: "rule", d: `M${x(moment)} 0V${phases.length * ROW}` }),
            svg("text", { class: "tick", x: x(moment), y: height - 8, "text-anchor": "middle" }, clock(moment)),
          ]),
          runs.map(bar),
        ),
      ),
    );
  };
})();
