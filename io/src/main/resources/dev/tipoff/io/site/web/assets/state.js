"use strict";

/* What a page shows is kept in the address after "#", so that a view can be shared. */
(() => {
  /** {key: value} from "#key=value&...". Anything else, such as a plain anchor, is no state. */
  function read() {
    const text = location.hash.slice(1);
    return text.includes("=") ? Object.fromEntries(new URLSearchParams(text)) : {};
  }

  /** Empty values are left out. Replaces the entry: history should hold pages, not keystrokes. */
  function write(state) {
    const parameters = new URLSearchParams();
    for (const [key, value] of Object.entries(state)) {
      if (value) {
        parameters.set(key, value);
      }
    }
    replace(parameters.toString());
  }

  function replace(text) {
    if (location.hash.slice(1) !== text && (text !== "" || location.hash !== "")) {
      // history.replaceState is refused for file:// by some browsers; this is not.
      location.replace(`#${text}`);
    }
  }

  const sortText = ({ key, direction }) => (direction < 0 ? `-${key}` : key);

  function sortFrom(text) {
    if (!text) {
      return null;
    }
    return text.startsWith("-") ? { key: text.slice(1), direction: -1 } : { key: text, direction: 1 };
  }

  tipoff.state = { read, write, replace, sortText, sortFrom };
})();
