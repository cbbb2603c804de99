// The quick way out, and what a page says when there is no connection.
for (const link of document.querySelectorAll('[data-away]'))
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave(link.href);
  });

const twiceWithinMs = 700;
let escapedAt = -Infinity;
addEventListener(
  'keydown',
  ({ key, timeStamp }) => {
    if (key !== 'Escape') {
      escapedAt = -Infinity;
      return;
    }
    if (timeStamp - escapedAt < twiceWithinMs) leave(document.querySelector('[data-away]').href);
    escapedAt = timeStamp;
  },
  true,
);

/** Empties the page first: the way out may take a moment. The address is replaced, so that "back" does not lead here. */
function leave(address) {
  document.title = '';
  document.body.replaceChildren();
  location.replace(address);
}

const offline = document.getElementById('offline');
function tell() {
  offline.hidden = navigator.onLine;
}
addEventListener('offline', tell);
addEventListener('online', tell);
tell();

// What was filled in must not be lost on a page that says there is no connection.
addEventListener('submit', (event) => {
  if (navigator.onLine) {
    once(event);
    return;
  }
  event.preventDefault();
  tell();
  offline.focus();
});

/** A button that is tapped twice sends once: a second sending would be answered after the first, and hide its answer. */
function once(event) {
  const { dataset } = event.target;
  if (dataset.sent === undefined) {
    dataset.sent = 'now';
    setTimeout(() => delete dataset.sent, 1500);
  } else event.preventDefault();
}
