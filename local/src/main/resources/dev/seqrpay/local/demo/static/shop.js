// Shows the cart while it is being filled; the server works out the sums that count.
const cart = document.getElementById("cart");

function kronor(ore) {
  return (ore / 100).toFixed(2) + " kr";
}

function line(left, right, className) {
  const item = document.createElement("li");
  if (className) item.className = className;
  for (const text of [left, right]) {
    const span = document.createElement("span");
    span.textContent = text;
    item.append(span);
  }
  return item;
}

function show() {
  let total = 0;
  const lines = [];
  for (const product of cart.querySelectorAll(".product")) {
    const quantity = Number(product.querySelector("input").value);
    if (!quantity) continue;
    const sum = quantity * Number(product.dataset.price);
    total += sum;
    lines.push(line(`${quantity} × ${product.dataset.name}`, kronor(sum)));
  }
  const empty = lines.length === 0;
  document.getElementById("lines").replaceChildren(...(empty ? [line("Nothing yet", "", "empty")] : lines));
  document.getElementById("total").textContent = kronor(total);
  cart.querySelector(".pay").disabled = empty;
}

if (cart) {
  cart.addEventListener("input", show);
  window.addEventListener("pageshow", show);
}
