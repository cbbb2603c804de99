// Keys and sliders of the timeline. Everything works without them: signs are links, moments are fields.
const drawing = document.getElementById('drawing');
const signs = drawing ? [...drawing.querySelectorAll('a')] : [];
const lanes = drawing ? [...drawing.querySelectorAll('g.lane')] : [];

/** One stop for the tabulator; arrows go from sign to sign. */
function stopAt(sign) {
  for (const each of signs) each.setAttribute('tabindex', each === sign ? '0' : '-1');
}
if (signs.length > 0) stopAt(signs[0]);

const middle = (sign) => {
  const { left, width, top } = sign.getBoundingClientRect();
  return { x: left + width / 2, top };
};

function inLane(index) {
  return lanes[index]
    ? [...lanes[index].querySelectorAll('a')].sort((a, b) => middle(a).x - middle(b).x)
    : [];
}

function beside(sign, step) {
  const row = inLane(lanes.indexOf(sign.closest('g.lane')));
  return row[row.indexOf(sign) + step];
}

function above(sign, step) {
  const { x } = middle(sign);
  for (let index = lanes.indexOf(sign.closest('g.lane')) + step; lanes[index]; index += step) {
    const row = inLane(index);
    if (row.length > 0)
      return row.reduce((best, each) =>
        Math.abs(middle(each).x - x) < Math.abs(middle(best).x - x) ? each : best,
      );
  }
  return undefined;
}

const moves = {
  ArrowLeft: (sign) => beside(sign, -1),
  ArrowRight: (sign) => beside(sign, 1),
  ArrowUp: (sign) => above(sign, -1),
  ArrowDown: (sign) => above(sign, 1),
  Home: (sign) => inLane(lanes.indexOf(sign.closest('g.lane'))).at(0),
  End: (sign) => inLane(lanes.indexOf(sign.closest('g.lane'))).at(-1),
};

const presses = { '+': 'zoom-in', '=': 'zoom-in', '-': 'zoom-out', t: 'to-table' };

const kept = 'timeline-place';

/** Goes to an address; the page that comes keeps the focus and the scroll. */
function go(address) {
  sessionStorage.setItem(
    kept,
    JSON.stringify({
      focus: document.activeElement?.id || (drawing?.contains(document.activeElement) ? 'drawing' : ''),
      y: window.scrollY,
    }),
  );
  window.location.replace(address);
}

function press(id) {
  const link = document.getElementById(id);
  if (link instanceof HTMLAnchorElement) go(link.href);
}

function explain() {
  const keys = document.getElementById('keys');
  keys.open = true;
  keys.querySelector('summary').focus();
}

document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest('input, select, textarea, [contenteditable]')) return;
  const onSign = signs.includes(event.target.closest('a'));
  if (event.shiftKey && event.key.startsWith('Arrow')) {
    if (event.key === 'ArrowLeft') press('earlier');
    else if (event.key === 'ArrowRight') press('later');
    else return;
  } else if (onSign && moves[event.key]) {
    const next = moves[event.key](event.target.closest('a'));
    if (next) {
      stopAt(next);
      next.focus();
    }
  } else if (event.key === '?') explain();
  else if (presses[event.key]) press(presses[event.key]);
  else return;
  event.preventDefault();
});

// Sliders: one for each field, from the first known fact to the moment of the page.
const pad = (value) => String(value).padStart(2, '0');
/** Fields hold readings of the Amsterdam clock; here they are only counted, never converted. */
const minutes = (reading) => Date.parse(`${reading}Z`) / 60000;
function reading(count) {
  const date = new Date(count * 60000);
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

let waiting;
function slide(field) {
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.id = `${field.id}-slider`;
  slider.min = minutes(field.dataset.min);
  slider.max = minutes(field.dataset.max);
  slider.step = 60;
  slider.value = minutes(field.value || field.dataset.now);
  const label = document.querySelector(`label[for="${field.id}"]`);
  slider.setAttribute('aria-label', label.textContent);
  slider.setAttribute('aria-valuetext', field.value || field.dataset.now);
  slider.addEventListener('input', () => {
    const last = Number(slider.value) + 60 > Number(slider.max);
    // At its end a slider means what the field meant there: the moment of the page.
    field.value = last ? field.dataset.max : reading(Number(slider.value));
    slider.setAttribute('aria-valuetext', field.value.replace('T', ' '));
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const { form } = field;
      const query = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (value !== '') query.append(name, value);
      go(`${form.getAttribute('action')}?${query}`);
    }, 400);
  });
  field.after(slider);
}
for (const field of document.querySelectorAll('[data-sliders] input[data-min]')) slide(field);

const place = JSON.parse(sessionStorage.getItem(kept) ?? 'null');
if (place) {
  sessionStorage.removeItem(kept);
  window.scrollTo(0, place.y);
  const target = place.focus === 'drawing' ? signs[0] : document.getElementById(place.focus);
  target?.focus({ preventScroll: true });
}
