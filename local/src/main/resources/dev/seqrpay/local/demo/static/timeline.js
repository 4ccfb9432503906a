// Asks for all timelines each second and shows the one that the address names, or the latest.
const list = document.getElementById("payments");
const view = document.getElementById("payment");

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function badge(state) {
  return element("span", "badge " + state, state || "…");
}

function choice(payment, chosen) {
  const link = element("a", "", element("code", "", payment.payment), badge(payment.state),
      element("small", "", new Date(payment.start).toLocaleTimeString()));
  link.href = "#" + payment.payment;
  if (payment === chosen) link.setAttribute("aria-current", "true");
  return element("li", "", link);
}

function row(entry, longest) {
  const nested = entry.kind === "seqr" || entry.kind === "state" ? "nested" : "";
  const bar = element("span", "");
  bar.style.width = 100 * entry.took / longest + "%";
  const what = element("td", "what", entry.what);
  if (entry.times > 1) what.append(element("span", "times", ` ×${entry.times}`));
  return element("tr", entry.kind,
      element("td", "", "+" + (entry.offset / 1000).toFixed(3) + " s"),
      element("td", nested, element("span", "dot"), `${entry.from} → ${entry.to}`),
      what,
      element("td", "", entry.outcome),
      element("td", "number", entry.took ? entry.took.toFixed(entry.took < 10 ? 1 : 0) + " ms" : ""),
      element("td", "bar", ...(entry.took ? [bar] : [])));
}

function table(payment) {
  const head = element("tr", "");
  for (const title of ["When", "Who calls whom", "What", "Outcome", "Took", ""]) {
    head.append(element("th", title === "Took" ? "number" : "", title));
  }
  const longest = Math.max(...payment.entries.map((entry) => entry.took), 1);
  return element("table", "",
      element("caption", "", element("code", "", payment.payment), badge(payment.state)),
      element("thead", "", head),
      element("tbody", "", ...payment.entries.map((entry) => row(entry, longest))));
}

function show(payments) {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const chosen = payments.find((payment) => payment.payment === wanted) || payments[0];
  list.replaceChildren(...payments.map((payment) => choice(payment, chosen)));
  view.replaceChildren(chosen
      ? table(chosen)
      : element("p", "nothing", "No payment yet. Buy something in the shop, and watch it here."));
}

let shown = "";

async function refresh() {
  try {
    const text = await (await fetch("/timeline/data")).text();
    const wanted = location.hash + text;
    if (wanted !== shown) show(JSON.parse(text).payments);
    shown = wanted;
  } catch (unreachable) {
    shown = "";
    view.replaceChildren(element("p", "nothing", "The local runner does not answer. Is ./seqrpay up running?"));
  }
}

window.addEventListener("hashchange", refresh);
setInterval(refresh, 1000);
refresh();
