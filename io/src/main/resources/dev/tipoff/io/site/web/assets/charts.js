"use strict";

/* Charts, each with its figures in a table beneath. */
(() => {
  const { make, disclosure } = tipoff.dom;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  /* Told apart by shape and dash too, and by people who see few colours. */
  const series = (place) => ({
    borderColor: colour(`series-${(place % 7) + 1}`),
    backgroundColor: colour(`series-${(place % 7) + 1}`),
    borderDash: [[], [6, 3], [2, 2], [8, 3, 2, 3]][Math.floor(place / 2) % 4],
    pointStyle: ["circle", "rect", "triangle", "rectRot", "star", "cross", "crossRot", "rectRounded"][place % 8],
  });

  const axis = (title, more = {}) => ({
    title: { display: true, text: title, color: colour("soft") },
    ticks: { color: colour("soft"), ...more.ticks },
    grid: { color: colour("rule") },
    border: { color: colour("rule") },
    ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== "ticks")),
  });

  /*
   * A figure with a chart. Options are {label, type, data, x, y, tooltip, legend, height}; figures
   * is the table of what is drawn.
   */
  const chart = (options, figures) => {
    const canvas = make("canvas", { role: "img", "aria-label": options.label });
    const frame = make("div", { class: `canvas ${options.height ?? ""}` }, canvas);
    const figure = make(
      "figure",
      { class: "figure" },
      make("figcaption", {}, options.label),
      frame,
      figures ? disclosure("The figures", figures) : null,
    );
    let drawn = null;
    const draw = () => {
      drawn?.destroy();
      const settings = options.settings();
      drawn = new Chart(canvas, {
        type: options.type,
        data: settings.data,
        options: {
          animation: false,
          responsive: true,
          maintainAspectRatio: false,
          interaction: { mode: "nearest", intersect: false },
          plugins: {
            legend: {
              position: "bottom",
              labels: { color: colour("ink"), usePointStyle: true, boxWidth: 9, boxHeight: 7, filter: (item) => !item.text.startsWith("_") },
            },
            tooltip: settings.tooltip ?? {},
          },
          scales: { x: settings.x, y: settings.y },
        },
      });
    };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    /* A canvas has no size before it is in the page. */
    requestAnimationFrame(draw);
    return figure;
  };

  tipoff.chart = Object.assign(chart, { colour, series, axis });
})();
