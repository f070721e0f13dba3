"use strict";

/* What a page has: everything else hangs on this name. */
const tipoff = {};

(() => {
  const waiting = new Map();
  let files = {};

  /* manifest.js calls this, before any page asks for data. */
  tipoff.manifest = (manifest) => {
    tipoff.day = manifest.day;
    files = manifest.files;
  };

  /* Each data file calls this. */
  tipoff.data = (name, table) => waiting.get(name)(table);

  /* The rows under a name; null if nothing of it was published. */
  tipoff.load = (name) => {
    if (!Object.hasOwn(files, name)) {
      return Promise.resolve(null);
    }
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, (table) => resolve(rowsOf(table)));
      script.onerror = () => reject(new Error(`${files[name]} is not there`));
      script.src = `data/${files[name]}`;
      document.head.append(script);
    });
  };

  /* A table names each column once and has each text once; see RowTable. */
  const rowsOf = (table) => {
    const word = (place) => (place === null || place === undefined ? null : table.words[place]);
    const cell = (kind, value) => {
      switch (kind) {
        case "word":
          return word(value);
        case "words":
          return (value ?? []).map(word);
        case "numbers":
          return value ?? [];
        default:
          return value ?? null;
      }
    };
    return table.rows.map((cells) => {
      const row = {};
      table.columns.forEach(([name, kind], place) => {
        row[name] = cell(kind, cells[place]);
      });
      return row;
    });
  };

  /* Runs a page, and says so when it is whole; a fault is shown and not hidden. */
  tipoff.page = (build) => {
    const finish = () => {
      document.documentElement.dataset.pageReady = "true";
      performance.mark("whole");
    };
    const fail = (fault) => {
      console.error(fault);
      const note = document.createElement("p");
      note.className = "note fault";
      note.setAttribute("role", "alert");
      note.textContent =
        `This page could not be shown: ${fault.message}. If the site is being published right now,` +
        " load it again in a minute.";
      document.querySelector("main").prepend(note);
    };
    Promise.resolve().then(build).catch(fail).then(finish);
  };
})();
