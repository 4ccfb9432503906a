// Makes elements one by one and never markup, so that it runs under a strict policy and Trusted Types.

function make(name, attributes, ...children) {
  const element = inPage('createElement', name);
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
  element.append(...children.filter(Boolean));
  return element;
}

function drawing(css, size, path) {
  const [svg, line] = ['svg', 'path'].map((name) => inPage('createElementNS', 'http://www.w3.org/2000/svg', name));
  svg.setAttribute('class', css);
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** With the empty margin of four modules that readers need. */
function drawnCode(text, label) {
  const rows = qrCode(text) || [];
  const dark = rows.map((row, y) => row.map((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')).join(''));
  const svg = drawing('code', rows.length + 8, dark.join(''));
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `QR: ${label}`);
  return svg;
}
