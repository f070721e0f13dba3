"use strict";

/* What each page does alike: run its sections, say plainly what is missing or broken, and tell when it is ready. */
(() => {
  const { make, empty } = tipoff.dom;
  const root = document.documentElement;

  const NO_MANIFEST = "Nothing was published here yet: this folder has no manifest.js.";

  /** Puts a failure where the section would have been; the other sections still come. */
  function broken(parent, error) {
    parent.append(make("p", { class: "empty problem", role: "alert" },
      `This part could not be shown. ${error.message}`));
  }

  /**
   * Loads one document and hands its rows to draw(parent, rows). When it was not published, or holds no rows, the
   * given words stand there instead.
   */
  async function section(parent, name, words, draw) {
    try {
      const document_ = await tipoff.load(name);
      if (document_ === null) {
        parent.append(empty(words.missing, words.command));
      } else if (document_.rows.length === 0) {
        parent.append(empty(words.none));
      } else {
        await draw(parent, document_.rows);
      }
    } catch (error) {
      broken(parent, error);
    }
  }

  /** Runs the page's work and marks the page ready, whatever came of it. */
  async function page(work) {
    root.removeAttribute("data-page-ready");
    const main = document.getElementById("main");
    try {
      if (tipoff.hasManifest()) {
        await work(main);
      } else {
        main.append(empty(NO_MANIFEST, "./tipoff predict --date=DAY"));
      }
    } catch (error) {
      broken(main, error);
    }
    root.setAttribute("data-page-ready", "true");
  }

  // The skip link must not overwrite the state kept after "#".
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.matches(".skip, a[data-to]")) {
      event.preventDefault();
      const target = document.querySelector(event.target.getAttribute("href"));
      target.focus({ preventScroll: true });
      target.scrollIntoView();
    }
  });

  const predictCommand = () => `./tipoff predict --date=${tipoff.day() || "DAY"}`;
  const gradeCommand = () => "./tipoff grade --date=DAY";

  tipoff.frame = { page, section, broken, predictCommand, gradeCommand };
})();
