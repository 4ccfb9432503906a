/** Makes an element. Children are nodes or plain texts: a text of a shop's is never read as HTML. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Calls the simulator. What it refuses becomes an error with its own words. */
export async function call(method, path, body) {
  const answer = await fetch(path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error);
  return json;
}

export function money(amount) {
  return amount ? `${amount.value} ${amount.currency}` : '';
}

export function clock(instant) {
  return instant ? new Date(instant).toLocaleTimeString() : '';
}

/** Runs it again and again, but not while the page is hidden. */
export function repeat(millis, action) {
  const run = async () => {
    if (!document.hidden) await action().catch(() => {});
    setTimeout(run, millis);
  };
  run();
}
