"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";

  const fill = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (name === "on") {
        Object.entries(value).forEach(([event, run]) => node.addEventListener(event, run));
      } else if (name === "data") {
        Object.assign(node.dataset, value);
      } else if (value === true) {
        node.setAttribute(name, "");
      } else if (value !== null && value !== undefined && value !== false) {
        node.setAttribute(name, value);
      }
    }
    /* Text goes in as text: no name of a player or a book is ever read as markup. */
    node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
    return node;
  };

  const make = (tag, attributes, ...children) =>
    fill(document.createElement(tag), attributes, children);

  const svg = (tag, attributes, ...children) =>
    fill(document.createElementNS(SVG, tag), attributes, children);

  const note = (...children) => make("p", { class: "note" }, ...children);

  /* What is missing, and the command that makes it. */
  const missing = (what, command) =>
    note(`${what} `, "Run ", make("code", {}, `./tipoff ${command}`), " and publish again.");

  const time = (iso, text) =>
    tipoff.format.isAbsent(iso)
      ? make("span", { title: "No source states the time" }, tipoff.format.ABSENT)
      : make("time", { datetime: iso, title: tipoff.format.utc(iso) }, text);

  /* A choice; the first option stands for all. */
  const select = (id, label, options, change) =>
    make(
      "label",
      { for: id },
      label,
      make(
        "select",
        { id, on: { change } },
        options.map(([value, text]) => make("option", { value }, text)),
      ),
    );

  const disclosure = (summary, ...children) =>
    make("details", {}, make("summary", {}, summary), ...children);

  const place = (id, ...children) => document.getElementById(id).replaceChildren(...children);

  const playerLink = (row) =>
    make("a", { href: `player.html#${encodeURIComponent(row.player)}` }, row.player_name);

  tipoff.dom = { make, svg, note, missing, time, select, disclosure, place, playerLink };
})();
