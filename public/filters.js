// The filters of a search. On a phone they open as a sheet over the page: nothing behind it takes the focus, and Escape
// closes it. Their button counts the places while boxes are ticked. Without this they open in their place, and the
// button says the number of what was sent, and none once something is changed (app/globals.css).
(function () {
  var details = document.querySelector(".filter-sheet");
  var form = details.closest("form");
  var button = details.querySelector("[data-count]");
  var said = button.nextElementSibling;
  // Where the filters do not stand beside the places (`lg`).
  var narrow = matchMedia("(width < 64rem)");
  var behind = [];
  // How many changes there were: an answer to an earlier one is not shown.
  var changes = 0;
  var isAsking = false;

  /** Everything of the page that is neither around the element nor in it. */
  function beside(element) {
    var parent = element.parentElement;
    if (element === document.body) return [];
    return Array.from(parent.children)
      .filter((each) => each !== element)
      .concat(beside(parent));
  }

  function follow() {
    var isSheet = details.open && narrow.matches;
    behind.forEach(function (element) {
      element.inert = false;
    });
    details.toggleAttribute("data-sheet", isSheet);
    behind = isSheet ? beside(details).filter((element) => !element.inert) : [];
    behind.forEach(function (element) {
      element.inert = true;
    });
  }

  function show(answer) {
    button.textContent = answer.show;
    said.textContent = answer.said;
  }

  function unknown() {
    return { show: button.dataset.plain, said: "" };
  }

  /** What is ticked and typed is in the body, not in a URL. */
  function ask() {
    return fetch(button.dataset.count, { method: "POST", body: new URLSearchParams(new FormData(form)) })
      .then((answer) => (answer.ok ? answer.json() : unknown()))
      .catch(unknown);
  }

  /** One question at a time; the last one is asked in any case. */
  function count() {
    var at = changes;
    isAsking = true;
    void ask().then(function (answer) {
      isAsking = false;
      if (at === changes) show(answer);
      else count();
    });
  }

  function change() {
    changes += 1;
    show(unknown());
    if (!isAsking) count();
  }

  details.addEventListener("toggle", follow);
  narrow.addEventListener("change", follow);
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !details.hasAttribute("data-sheet")) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
  form.addEventListener("change", change);
  // Boxes that stand otherwise than they were sent: ticked before this came, or in a page that the browser restored.
  window.addEventListener("pageshow", function () {
    if (form.querySelector("input:checked:not(:default), input:default:not(:checked)")) change();
  });
  follow();
})();
