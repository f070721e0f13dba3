"use strict";

/* Elements are only ever made from names and text, never from markup, so no text of the data can become code. */
(() => {
  const SVG = "http://www.w3.org/2000/svg";

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : String(value));
      }
    }
    for (const child of children.flat()) {
      if (child !== null && child !== undefined) {
        element.append(child);
      }
    }
    return element;
  }

  const make = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
  const draw = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

  /** The sign for what is not known; why goes into its title. */
  const unknown = (why) => make("span", { class: "unknown", title: why }, "–");

  const byId = (id) => document.getElementById(id);

  const option = (value, label) => make("option", { value }, label);

  const link = (href, text, attributes) => make("a", { href, ...attributes }, text);

  /** A note in place of something that is missing: what, and how to make it. Commands are set as code. */
  function empty(text, command) {
    const note = make("p", { class: "empty" }, text);
    if (command) {
      note.append(" Made by ", make("code", null, command), ".");
    }
    return note;
  }

  tipoff.dom = { make, draw, unknown, byId, option, link, empty };
})();
