(() => {
  'use strict';

  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const number = (text) => parseFloat(text.replace('\u2212', '-'));
  const byText = new Intl.Collator('en', { numeric: true }).compare;

  const flat = (table) => table.tBodies[table.tBodies.length - 1];

  function sort(table, homes, header, direction) {
    for (const other of table.querySelectorAll('[aria-sort]')) other.removeAttribute('aria-sort');
    const sorted = flat(table);
    for (const home of homes) {
      for (const row of home.rows) home.body.append(row);
      home.body.hidden = direction !== 0;
    }
    sorted.hidden = direction === 0;
    if (direction === 0) return;
    header.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
    const place = Number(header.dataset.c);
    const numeric = header.classList.contains('n');
    const keyed = homes.flatMap((home) => home.rows).map((row) => {
      const text = row.cells[place].textContent.trim();
      return { row, key: numeric ? number(text) : text.replace(/^\u2014.*/, '') };
    });
    const missing = ({ key }) => (numeric ? Number.isNaN(key) : key === '');
    keyed.sort((a, b) => {
      if (missing(a) || missing(b)) return missing(a) - missing(b);
      return direction * (numeric ? a.key - b.key : byText(a.key, b.key));
    });
    sorted.append(...keyed.map(({ row }) => row));
  }

  function makeSortable(table) {
    const homes = [...table.tBodies].map((body) => ({
      body,
      rows: [...body.rows].filter((row) => !row.classList.contains('game')),
    }));
    table.createTBody().hidden = true;
    for (const header of table.querySelectorAll('th[data-c]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
      const first = header.classList.contains('n') ? -1 : 1;
      button.addEventListener('click', () => {
        const now = { ascending: 1, descending: -1 }[header.getAttribute('aria-sort')] || 0;
        sort(table, homes, header, now === 0 ? first : now === first ? -first : 0);
      });
    }
  }

  function makeFilter(form) {
    const section = form.closest('section');
    const tables = [...section.querySelectorAll('table.board')];
    const rows = tables.flatMap((table) => [...table.querySelectorAll('tr[data-m]')]);
    const games = tables.flatMap((table) => [...table.querySelectorAll('tr.game')]);
    const texts = new Map(rows.map((row) => [row, fold(row.cells[0].textContent)]));
    const gameRows = new Map(games.map((game) => [game, [...game.parentNode.rows].slice(1)]));
    const columns = document.head.appendChild(document.createElement('style'));
    const systems = [...form.system.options].map((option) => option.value).filter(Boolean);
    const has = (list, system) => (system ? list.split(' ').includes(system) : list !== '');
    const output = form.querySelector('output');

    function apply() {
      const words = fold(form.text.value).split(/\s+/).filter(Boolean);
      const market = form.market.value;
      const system = form.system.value;
      let shown = 0;
      for (const row of rows) {
        const keep = (!market || row.dataset.m === market)
          && has(row.dataset.s, system)
          && (!form.bets.checked || has(row.dataset.b, system))
          && words.every((word) => texts.get(row).includes(word));
        row.hidden = !keep;
        if (keep) shown += 1;
      }
      for (const [game, own] of gameRows) game.hidden = own.every((row) => row.hidden);
      columns.textContent = system
        ? systems.filter((other) => other !== system)
          .map((other) => `#${section.id} .s${other}{display:none}`).join('')
        : '';
      output.textContent = `${shown} of ${rows.length} shown`;
    }

    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.hidden = false;
    apply();
  }

  document.querySelectorAll('form.filters').forEach((form) => makeFilter(form));
  document.querySelectorAll('table.board').forEach(makeSortable);
  document.querySelectorAll('details').forEach((day, index) => { day.open = index === 0; });
})();
