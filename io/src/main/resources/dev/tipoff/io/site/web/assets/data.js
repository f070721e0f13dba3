"use strict";

/* The one global name, and the way documents get into a page: script elements, since file:// has no fetch. */
globalThis.tipoff = {};

(() => {
  // A file's name comes from the manifest; the pattern leaves no room for "..", schemes or hosts.
  const FILE = /^[A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*\.js$/;
  const ID = /^[A-Za-z0-9_-]{1,64}$/;

  const received = new Map();
  const loading = new Map();
  let site = null;

  /** Called by manifest.js. */
  tipoff.manifest = (manifest) => {
    site = { day: manifest.day, files: new Map(Object.entries(manifest.files || {})) };
  };

  /** Called by each file of data. */
  tipoff.data = (name, document_) => {
    received.set(name, document_);
  };

  tipoff.hasManifest = () => site !== null;
  tipoff.day = () => (site === null ? null : site.day || null);
  tipoff.isId = (text) => ID.test(text);
  tipoff.isPublished = (name) => site !== null && site.files.has(name);

  /** Resolves to {day, rows} with rows as objects by column name, or to null when nothing was published of it. */
  tipoff.load = (name) => {
    if (!tipoff.isPublished(name)) {
      return Promise.resolve(null);
    }
    if (!loading.has(name)) {
      loading.set(name, request(name, site.files.get(name)));
    }
    return loading.get(name);
  };

  function request(name, file) {
    return new Promise((resolve, reject) => {
      if (!FILE.test(file)) {
        reject(new Error(`The manifest names a file of ${name} that is none of ours.`));
        return;
      }
      const script = document.createElement("script");
      script.src = `data/${file}`;
      script.onload = () => {
        script.remove();
        if (received.has(name)) {
          resolve(revive(received.get(name)));
          received.delete(name);
        } else {
          reject(new Error(`The file of ${name} holds something else.`));
        }
      };
      script.onerror = () => reject(new Error(`The file of ${name} could not be read.`));
      document.head.append(script);
    });
  }

  const word = (words, index) => words[index];

  const readers = {
    word,
    words: (words, indices) => indices.map((index) => word(words, index)),
  };

  const asIs = (words, value) => value;

  /** Rows come as lists to save space; trailing nulls are left out. */
  function revive(compact) {
    const columns = compact.columns.map(([name, type]) => ({ name, read: readers[type] || asIs }));
    const rows = compact.rows.map((values) => {
      const row = {};
      columns.forEach(({ name, read }, place) => {
        const value = values[place];
        row[name] = value === null || value === undefined ? null : read(compact.words, value);
      });
      return row;
    });
    return { day: compact.day, rows };
  }
})();
