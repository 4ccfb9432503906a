// The page around the script, asked by the browser's own getters and methods. An element may be named like any property of
// the document (<img name="currentScript">), or like a method that the window inherits, and would be found in its place.

/** A property of the document itself; a method still has to be called on it. */
const ofPage = (name) => Reflect.get(Document.prototype, name, document);

const inPage = (method, ...given) => ofPage(method).apply(document, given);

function listen(target, event, hear, options) {
  EventTarget.prototype.addEventListener.call(target, event, hear, options);
}
