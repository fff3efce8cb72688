// What a mouse and a keyboard gain over the plain page: lines and their words light up together, keys move and act. Every
// page works without it.
(function () {
  'use strict';
  const $ = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const near = (target, selector) => (target.closest ? target.closest(selector) : null);

  // Lighting: a line and its words, from either side; the speaker of a line and the words that name him.
  let lit = [];
  function light(elements) {
    lit.forEach((element) => element.classList.remove('lit'));
    lit = elements;
    lit.forEach((element) => element.classList.add('lit'));
  }
  function ofLines(ids) {
    return ids.flatMap((id) => $('mark[data-lines~="' + CSS.escape(id) + '"], [id="' + CSS.escape(id) + '-line"]'));
  }
  function follow(event) {
    const actor = near(event.target, '[data-actor]');
    if (actor) {
      light($('mark[data-actors~="' + CSS.escape(actor.dataset.actor) + '"]'));
      return;
    }
    const mark = near(event.target, 'mark[data-lines]');
    const card = near(event.target, '.card[data-line], .stance[data-line]');
    const time = near(event.target, '.time[data-line]');
    if (mark) {
      // The shortest comes first, as in the link.
      light(ofLines([near(event.target, 'a') ? mark.querySelector('a').hash.slice(1).replace(/-line$/, '') : mark.dataset.lines]));
    } else if (card || time) {
      light(ofLines([(card || time).dataset.line]));
    } else {
      light([]);
    }
  }
  // A page that scrolls to what the keyboard reached moves under a mouse at rest; what that lit is not put out again.
  let mouse = '';
  document.addEventListener('mouseover', (event) => {
    const at = event.clientX + ' ' + event.clientY;
    if (at !== mouse) {
      mouse = at;
      follow(event);
    }
  });
  document.addEventListener('focusin', follow);

  // Words that several lines share: each press goes to the next of them.
  const turns = new WeakMap();
  document.addEventListener('click', (event) => {
    const mark = near(event.target, 'mark[data-lines]');
    if (mark && near(event.target, 'a')) {
      const ids = mark.dataset.lines.split(' ');
      const link = mark.querySelector('a');
      const first = ids.indexOf(link.hash.slice(1).replace(/-line$/, ''));
      const turn = (turns.has(mark) ? turns.get(mark) + 1 : Math.max(0, first)) % ids.length;
      turns.set(mark, turn);
      const card = document.getElementById(ids[turn] + '-line');
      if (card) {
        event.preventDefault();
        show(card);
      }
    }
    const copy = near(event.target, 'a[data-copy]');
    if (copy && navigator.clipboard) {
      event.preventDefault();
      navigator.clipboard.writeText(copy.href).then(() => toast(copy.href), () => { location.href = copy.href; });
    }
  });

  function show(card) {
    const fold = card.closest('details');
    if (fold) { fold.open = true; }
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
    light(ofLines([card.dataset.line]));
  }
  function toast(text) {
    const box = document.createElement('p');
    box.className = 'toast';
    box.setAttribute('role', 'status');
    box.dir = 'auto';
    box.textContent = text;
    document.body.append(box);
    setTimeout(() => box.remove(), 2500);
  }

  // Keys, by their place on the keyboard: with an Arabic layout J sends another letter.
  let help = null;
  function showHelp() {
    const link = document.querySelector('a[data-help]');
    if (help) { help.showModal(); return; }
    fetch(link.href).then((answer) => answer.text()).then((page) => {
      const table = new DOMParser().parseFromString(page, 'text/html').querySelector('table.keys');
      help = document.createElement('dialog');
      help.setAttribute('aria-label', link.textContent);
      help.append(document.importNode(table, true));
      document.body.append(help);
      help.showModal();
    }).catch(() => { location.href = link.href; });
  }
  function step(by) {
    const cards = $('.card[data-line], .stance[data-line]');
    if (cards.length === 0) { return; }
    const at = cards.indexOf(near(document.activeElement, '.card[data-line], .stance[data-line]'));
    show(cards[Math.max(0, Math.min(cards.length - 1, at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by))]);
  }
  function press(selector) {
    const card = near(document.activeElement, '.card[data-line], .stance[data-line]') || document.querySelector('.single li.card');
    const found = card && card.querySelector(selector);
    if (found) { found.click(); }
  }
  const keys = {
    Slash: () => document.querySelector('input[type=search]').focus(),
    KeyJ: () => step(1),
    KeyK: () => step(-1),
    KeyO: open,
    KeyE: () => press('[data-key=e]'),
    KeyY: () => press('[data-key=y]'),
    KeyX: () => press('[data-key=x]'),
    KeyC: () => press('[data-key=c]'),
    KeyU: () => { const undo = document.querySelector('[data-key=u]'); if (undo) { undo.click(); } }
  };
  function open() {
    const card = near(document.activeElement, '[data-address]');
    if (card) { location.href = card.dataset.address; }
  }
  document.addEventListener('keydown', (event) => {
    const typing = near(event.target, 'input, textarea, select, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.code === 'Slash' && event.shiftKey) {
      event.preventDefault();
      showHelp();
    } else if (!event.shiftKey && keys[event.code]) {
      event.preventDefault();
      keys[event.code]();
    }
  });

  // On a narrow screen lines fold under their paragraph.
  if (matchMedia('(max-width: 56rem)').matches) {
    $('.reading .record details').forEach((fold) => { fold.open = false; });
    const wanted = location.hash && document.getElementById(location.hash.slice(1));
    if (wanted && wanted.closest('details')) { wanted.closest('details').open = true; wanted.scrollIntoView(); }
  }

  // A stretch of the histogram becomes the first and last day of the search.
  $('figure[data-brush]').forEach((figure) => {
    const bars = $('rect', figure);
    const form = document.querySelector('form input[name=since]') && document.querySelector('form input[name=since]').form;
    if (!form) { return; }
    let first = null;
    const reach = (target) => {
      const from = bars.indexOf(first);
      const to = bars.indexOf(target);
      bars.forEach((bar, i) => bar.classList.toggle('brushed', i >= Math.min(from, to) && i <= Math.max(from, to)));
    };
    const column = (event) => bars.find((bar) => {
      const box = bar.getBoundingClientRect();
      return event.clientX >= box.left - 1 && event.clientX <= box.right + 1;
    });
    figure.addEventListener('pointerdown', (event) => { first = column(event); if (first) { reach(first); event.preventDefault(); } });
    figure.addEventListener('pointermove', (event) => { const bar = first && column(event); if (bar) { reach(bar); } });
    figure.addEventListener('pointerup', () => {
      const days = bars.filter((bar) => bar.classList.contains('brushed'));
      if (first && days.length > 0) {
        form.querySelector('[name=since]').value = days.map((bar) => bar.dataset.from).sort()[0];
        form.querySelector('[name=until]').value = days.map((bar) => bar.dataset.to).sort().pop();
        form.requestSubmit();
      }
      first = null;
    });
  });

  // The day of the positions table, by a slider too.
  $('form[data-asof]').forEach((form) => {
    const first = Date.parse(form.dataset.first);
    const last = Date.parse(form.dataset.last);
    if (!(last > first)) { return; }
    const day = form.querySelector('[name=asof]');
    const slider = document.createElement('input');
    slider.type = 'range';
    slider.min = '0';
    slider.max = String(Math.round((last - first) / 864e5));
    slider.value = String(day.value ? Math.round((Date.parse(day.value) - first) / 864e5) : slider.max);
    slider.setAttribute('aria-label', day.labels[0].textContent.trim());
    slider.addEventListener('input', () => { day.value = new Date(first + Number(slider.value) * 864e5).toISOString().slice(0, 10); });
    slider.addEventListener('change', () => form.requestSubmit());
    day.parentElement.after(slider);
  });

  // Words selected in the text become the place in the field where the cursor was.
  $('form[data-correct]').forEach((form) => {
    const text = document.querySelector('[data-text] .whole');
    let field = null;
    form.addEventListener('focusin', (event) => { if (event.target.dataset.place) { field = event.target; } });
    document.addEventListener('selectionchange', () => {
      const selection = document.getSelection();
      if (!field || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) { return; }
      const range = selection.getRangeAt(0);
      const before = document.createRange();
      before.setStart(text, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const start = before.toString().length;
      field.value = start + '-' + (start + range.toString().length);
    });
  });

  // A file dropped anywhere on the form is the form's file.
  $('form.add').forEach((form) => {
    const file = form.querySelector('input[type=file]');
    form.addEventListener('dragover', (event) => { event.preventDefault(); form.classList.add('over'); });
    form.addEventListener('dragleave', () => form.classList.remove('over'));
    form.addEventListener('drop', (event) => {
      event.preventDefault();
      form.classList.remove('over');
      if (event.dataTransfer.files.length > 0) { file.files = event.dataTransfer.files; }
    });
  });
})();
