"use strict";

/* Small drawings inside tables and cards: a forecast's interval with the line, and two chances on a track. */
(() => {
  const { draw } = tipoff.dom;
  const { known, number, line, percent } = tipoff.format;

  const picture = (width, height, label, style) => draw("svg", {
    class: `mark ${style}`, viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label,
  });

  const bar = (style, from, to, y, height) =>
    draw("rect", { class: style, x: from, y, width: Math.max(1, to - from), height, rx: Math.min(2, height / 2) });

  const tick = (style, x, from, to) => draw("line", { class: style, x1: x, x2: x, y1: from, y2: to });

  function intervalLabel(prop, unit) {
    const parts = [`Forecast ${number(prop.mean)} ${unit}`];
    if (known(prop.low_50) && known(prop.high_50)) {
      parts.push(`middle 50 % from ${number(prop.low_50)} to ${number(prop.high_50)}`);
    }
    if (known(prop.low_80) && known(prop.high_80)) {
      parts.push(`middle 80 % from ${number(prop.low_80)} to ${number(prop.high_80)}`);
    }
    if (known(prop.line)) {
      parts.push(`line ${line(prop.line)}`);
    }
    return parts.join("; ");
  }

  /** Thin bar: middle 80 %; thick bar: middle 50 %; dot: mean; upright: the line. From 0 to the given top. */
  function interval(prop, unit, top, width = 110, height = 16) {
    const label = intervalLabel(prop, unit);
    const svg = picture(width, height, label, "interval");
    const place = (value) => 4 + (Math.min(Math.max(value, 0), top) / top) * (width - 8);
    const middle = height / 2;
    svg.append(draw("title", null, label));
    svg.append(draw("line", { class: "track", x1: 2, x2: width - 2, y1: middle, y2: middle }));
    if (known(prop.low_80) && known(prop.high_80)) {
      svg.append(bar("eighty", place(prop.low_80), place(prop.high_80), middle - 2, 4));
    }
    if (known(prop.low_50) && known(prop.high_50)) {
      svg.append(bar("fifty", place(prop.low_50), place(prop.high_50), middle - 4, 8));
    }
    svg.append(draw("circle", { class: "mean", cx: place(prop.mean), cy: middle, r: 2.5 }));
    if (known(prop.line)) {
      svg.append(tick("line", place(prop.line), 0, height));
    }
    return svg;
  }

  /** The chance of one side by us (dot) and by the market (upright) on a track from 0 to 100 %, even money marked. */
  function chances(ours, market, side) {
    const width = 240;
    const height = 22;
    const label = known(market)
      ? `Chance of the ${side}: ours ${percent(ours)}, the market's ${percent(market)}, on a scale from 0 to 100 %`
      : `Chance of the ${side}: ours ${percent(ours)}, the market's unknown`;
    const svg = picture(width, height, label, "chances");
    const place = (share) => 5 + share * (width - 10);
    const middle = height / 2;
    svg.append(draw("line", { class: "track", x1: 5, x2: width - 5, y1: middle, y2: middle }));
    [0, 0.5, 1].forEach((share) => svg.append(tick("track", place(share), middle - 4, middle + 4)));
    if (known(market)) {
      svg.append(bar("gap", Math.min(place(ours), place(market)), Math.max(place(ours), place(market)), middle - 3, 6));
      svg.append(tick("line", place(market), middle - 8, middle + 8));
    }
    svg.append(draw("circle", { class: "mean", cx: place(ours), cy: middle, r: 5 }));
    return svg;
  }

  /** A value with its interval against a reference, all within [from, to]. */
  function against({ value, half, reference, from, to, label }) {
    const width = 120;
    const height = 16;
    const svg = picture(width, height, label, "against");
    const place = (x) => 4 + ((Math.min(Math.max(x, from), to) - from) / (to - from)) * (width - 8);
    const middle = height / 2;
    svg.append(draw("title", null, label));
    svg.append(draw("line", { class: "track", x1: 2, x2: width - 2, y1: middle, y2: middle }));
    if (known(half)) {
      svg.append(bar("eighty", place(value - half), place(value + half), middle - 2, 4));
    }
    svg.append(draw("circle", { class: "mean", cx: place(value), cy: middle, r: 3 }));
    svg.append(tick("line", place(reference), 0, height));
    return svg;
  }

  tipoff.marks = { interval, chances, against };
})();
