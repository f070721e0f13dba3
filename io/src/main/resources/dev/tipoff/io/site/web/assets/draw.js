"use strict";

(() => {
  const { svg } = tipoff.dom;
  const { number, percent, line, unit, isAbsent } = tipoff.format;
  const WIDTH = 132;
  const HEIGHT = 20;

  const label = (row) => {
    const parts = [`mean ${number(row.mean)}`];
    if (!isAbsent(row.low_50)) {
      parts.push(`middle half ${number(row.low_50)} to ${number(row.high_50)}`);
    }
    if (!isAbsent(row.low_80)) {
      parts.push(`middle 80 % ${number(row.low_80)} to ${number(row.high_80)}`);
    }
    parts.push(`line ${line(row.line)}`);
    return `${parts.join(", ")} ${unit(row.market)}`;
  };

  const bar = (kind, from, to, top, height, x) =>
    isAbsent(from)
      ? null
      : svg("rect", {
          class: kind,
          x: x(from),
          y: top,
          width: Math.max(1, x(to) - x(from)),
          height,
          rx: height / 2,
        });

  /* A forecast as its middle 80 % and 50 %, its mean, and the line. */
  const interval = (row, most) => {
    const x = (value) => 4 + (Math.max(0, Math.min(most, value)) / most) * (WIDTH - 8);
    return svg(
      "svg",
      { class: "interval", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label(row) },
      svg("title", {}, label(row)),
      bar("wide", row.low_80, row.high_80, 8.5, 3, x),
      bar("narrow", row.low_50, row.high_50, 6, 8, x),
      svg("circle", { class: "mean", cx: x(row.mean), cy: 10, r: 3.2 }),
      svg("path", { class: "line", d: `M${x(row.line)} 1V19` }),
    );
  };

  /* Our chance beside the market's, from 0 to 100 %. */
  const chance = (ours, market, side) => {
    const x = (share) => 6 + share * 208;
    const text = `${side}: our chance ${percent(ours)}, the market's ${percent(market)}`;
    return svg(
      "svg",
      { class: "chance", viewBox: "0 0 220 34", role: "img", "aria-label": text },
      svg("title", {}, text),
      svg("path", { class: "track", d: "M6 12H214" }),
      [0, 0.25, 0.5, 0.75, 1].map((share) => svg("path", { class: "track", d: `M${x(share)} 9V15` })),
      svg("path", { class: "gap", d: `M${x(ours)} 12H${x(market)}` }),
      svg("path", { class: "market", d: `M${x(market)} 4V20` }),
      svg("circle", { class: "ours", cx: x(ours), cy: 12, r: 5 }),
      svg("text", { x: 6, y: 31 }, "0"),
      svg("text", { x: 110, y: 31, "text-anchor": "middle" }, "50"),
      svg("text", { x: 214, y: 31, "text-anchor": "end" }, "100 %"),
    );
  };

  tipoff.draw = { interval, chance };
})();
