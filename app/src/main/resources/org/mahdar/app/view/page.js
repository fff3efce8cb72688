// Lights a line and its words together, from either side. The page works without it.
(function () {
  'use strict';
  var lit = [];
  function light(ids, on) {
    lit.forEach(function (element) { element.classList.remove('lit'); });
    lit = [];
    if (!on) { return; }
    ids.forEach(function (id) {
      var found = document.querySelectorAll('mark[data-lines~="' + id + '"], li[data-line="' + id + '"]');
      found.forEach(function (element) { element.classList.add('lit'); lit.push(element); });
    });
  }
  function of(target) {
    var element = target.closest && target.closest('mark[data-lines], li[data-line]');
    if (!element) { return []; }
    return (element.dataset.lines || element.dataset.line).split(' ');
  }
  ['mouseover', 'focusin'].forEach(function (event) {
    document.addEventListener(event, function (e) { var ids = of(e.target); light(ids, ids.length > 0); });
  });
})();
