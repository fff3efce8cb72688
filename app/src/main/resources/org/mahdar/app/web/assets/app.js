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
  document.addEventListener('mouseover', follow);
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
