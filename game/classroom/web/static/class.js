// Spares whoever looks at a page from reloading it. Everything works without it.
(() => {
  const mark = document.body.dataset.mark;
  if (mark === undefined || !window.EventSource) return;
  let shown = mark;
  const dirty = () => [...document.querySelectorAll("form[data-keep]")].some((form) =>
    [...form.elements].some((each) => each.type === "textarea" ? each.value !== each.defaultValue
      : ["checkbox", "radio"].includes(each.type) ? each.checked !== each.defaultChecked
      : each.options ? [...each.options].some((one) => one.selected !== one.defaultSelected && each.matches(":focus, [data-touched]"))
      : false));
  document.addEventListener("change", (event) => { if (event.target.matches("select")) event.target.dataset.touched = ""; });
  const renew = async () => {
    const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const open = new Map([...document.querySelectorAll("details[id]")].map((each) => [each.id, each.open]));
    const focus = document.activeElement && document.activeElement.id;
    for (const name of ["header", "main"]) {
      const [now, next] = [document.querySelector(name), page.querySelector(name)];
      if (now && next) now.replaceWith(next); else if (next) document.querySelector("main").before(next);
    }
    document.querySelectorAll("details[id]").forEach((each) => { if (open.has(each.id)) each.open = open.get(each.id); });
    if (focus && document.getElementById(focus)) document.getElementById(focus).focus({ preventScroll: true });
    shown = page.body.dataset.mark;
    tick();
    document.getElementById("fresh").textContent = "";
  };
  const tick = () => document.querySelectorAll("[data-until]").forEach((clock) => {
    const left = Math.round(Number(clock.dataset.until) - Date.now() / 1000);
    clock.textContent = left > 0 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left` : "The time is up.";
  });
  setInterval(tick, 1000);
  tick();
  const source = new EventSource("/events");
  source.onmessage = (event) => {
    if (event.data === shown) return;
    if (!dirty()) { renew(); return; }
    const told = document.getElementById("fresh");
    told.innerHTML = "";
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = "Something has happened at your table. Show it (what you are writing is lost)";
    told.append(link);
  };
})();
