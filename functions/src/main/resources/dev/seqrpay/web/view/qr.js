// A QR code (ISO/IEC 18004) of what SEQR writes: level M up to version 5, which is 122 capitals and digits or 84 bytes.

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BLOCKS = [[1, 16, 10], [1, 28, 16], [1, 44, 26], [2, 32, 18], [2, 43, 24]]; // by version: how many, data, correction

const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => ((x / 3 | 0) + (y / 2 | 0)) % 2,
  (x, y) => x * y % 2 + x * y % 3,
  (x, y) => (x * y % 2 + x * y % 3) % 2,
  (x, y) => ((x + y) % 2 + x * y % 3) % 2,
];

function bitsOf(text) {
  const bits = [];
  const put = (value, length) => { while (length--) bits.push(value >> length & 1); };
  const codes = [...text].map((character) => ALPHANUMERIC.indexOf(character));
  if (codes.includes(-1)) {
    const bytes = new TextEncoder().encode(text);
    put(4, 4);
    put(bytes.length, 8);
    bytes.forEach((byte) => put(byte, 8));
  } else {
    put(2, 4);
    put(codes.length, 9);
    for (let i = 0; i < codes.length; i += 2)
      if (i + 1 < codes.length) put(codes[i] * 45 + codes[i + 1], 11);
      else put(codes[i], 6);
  }
  return bits;
}

function padded(bits, bytes) {
  const all = bits.concat(Array(Math.min(4, bytes * 8 - bits.length)).fill(0));
  const data = [];
  for (let i = 0; i < all.length; i += 8) data.push(parseInt(all.slice(i, i + 8).join('').padEnd(8, 0), 2));
  for (let pad = 0xec; data.length < bytes; pad ^= 0xfd) data.push(pad);
  return data;
}

/** In GF(256) modulo x⁸ + x⁴ + x³ + x² + 1. */
function times(a, b) {
  let product = 0;
  for (let bit = 8; bit--;) product = product << 1 ^ (product >> 7) * 0x11d ^ (b >> bit & 1) * a;
  return product;
}

/** What is left of the data when it is divided by (x − 1)(x − 2)(x − 4)…: Reed and Solomon's correction. */
function correctionOf(data, length) {
  const divisor = Array(length).fill(0);
  divisor[length - 1] = 1;
  for (let i = 0, root = 1; i < length; i++, root = times(root, 2))
    for (let j = 0; j < length; j++) divisor[j] = times(divisor[j], root) ^ (divisor[j + 1] || 0);
  const rest = Array(length).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    for (let j = 0; j < length; j++) rest[j] ^= times(divisor[j], factor);
  }
  return rest;
}

/** The codewords as they are laid: the first of each block, the second of each, and so on. */
function codewords(bits, [count, length, corrections]) {
  const data = padded(bits, count * length);
  const blocks = Array.from({ length: count }, (_, i) => data.slice(i * length, (i + 1) * length));
  const interleaved = (rows) => rows[0].flatMap((_, i) => rows.map((row) => row[i]));
  return [...interleaved(blocks), ...interleaved(blocks.map((block) => correctionOf(block, corrections)))];
}

/** What a reader finds the code by; all other modules are left undefined. */
function frame(size) {
  const grid = Array.from({ length: size }, () => Array(size));
  const square = (atX, atY, radius, isDark) => {
    for (let y = -radius; y <= radius; y++)
      for (let x = -radius; x <= radius; x++)
        if (grid[atY + y] && atX + x >= 0 && atX + x < size)
          grid[atY + y][atX + x] = isDark(Math.max(Math.abs(x), Math.abs(y)));
  };
  for (let i = 0; i < size; i++) grid[6][i] = grid[i][6] = i % 2 === 0;
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  if (size > 21) square(size - 7, size - 7, 2, (ring) => ring !== 1);
  return grid;
}

/** Level M and the mask, twice, with a correction of its own. */
function format(grid, mask) {
  const size = grid.length;
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = rest << 1 ^ (rest >> 9) * 0x537;
  const bits = (mask << 10 | rest) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const isDark = (bits >> i & 1) === 1;
    if (i < 8) grid[8][size - 1 - i] = grid[i < 6 ? i : i + 1][8] = isDark;
    else grid[size - 15 + i][8] = grid[8][i < 9 ? 7 : 14 - i] = isDark;
  }
  grid[size - 8][8] = true;
}

/** Fills pairs of columns from the right, upwards and downwards in turn, around what is there already. */
function fill(grid, bytes, mask) {
  const size = grid.length;
  let i = 0;
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step;
        if (grid[y][x] !== undefined) continue;
        grid[y][x] = (bytes[i >> 3] >> (~i & 7) & 1) === 1 !== (MASKS[mask](x, y) === 0);
        i++;
      }
  }
}

/** How hard a code is to read: long runs, blocks, what looks like a finder, and an uneven balance. */
function penalty(grid) {
  const rows = grid.map((row) => row.map(Number).join(''));
  const columns = rows.map((_, x) => rows.map((row) => row[x]).join(''));
  let sum = 0;
  for (const line of [...rows, ...columns]) {
    for (const run of line.match(/0{5,}|1{5,}/g) || []) sum += run.length - 2;
    sum += 40 * `0000${line}0000`.match(/(?=00001011101|10111010000)|$/g).length - 40;
  }
  rows.forEach((row, y) => {
    for (let x = 1; y && x < row.length; x++)
      if (/^(0+|1+)$/.test(rows[y - 1].slice(x - 1, x + 1) + row.slice(x - 1, x + 1))) sum += 3;
  });
  const all = rows.join('');
  return sum + 10 * Math.floor(Math.abs(all.replace(/0/g, '').length / all.length - 0.5) * 20);
}

/** @returns rows of modules, true for dark; undefined if the text is too long */
function qrCode(text) {
  const bits = bitsOf(text);
  const version = BLOCKS.findIndex(([count, length]) => bits.length <= count * length * 8);
  if (version < 0) return undefined;
  const bytes = codewords(bits, BLOCKS[version]);
  const codes = MASKS.map((_, mask) => {
    const grid = frame(21 + 4 * version);
    format(grid, mask);
    fill(grid, bytes, mask);
    return grid;
  });
  const penalties = codes.map(penalty);
  return codes[penalties.indexOf(Math.min(...penalties))];
}
