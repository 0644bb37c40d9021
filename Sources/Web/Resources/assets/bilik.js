// Nothing here is needed: every page works without it. It keeps the exam's clock moving and stops double clicks.
"use strict";
const clock = document.getElementById("time-left");
if (clock) {
  const end = Date.now() + Number(clock.dataset.seconds) * 1000;
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 60000));
    clock.textContent = clock.textContent.replace(/\d+/, String(left));
    if (Date.now() > end + 2000) location.reload();
  };
  setInterval(tick, 15000);
}
for (const form of document.forms) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button:not([type=button])");
    if (button) setTimeout(() => { button.disabled = true; }, 0);
  });
}
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button:disabled")) button.disabled = false;
});
