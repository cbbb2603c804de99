// Announces that there are new data. It never changes the page by itself: the reader asks for it.
const { live } = document.body.dataset;
const news = document.getElementById('news');
// Without a connection nothing is announced, and that must not look like no news.
const lost = document.getElementById('lost');

/** A page with a list of its own says what it shows: then only what differs from it is news. */
const shown = document.getElementById('shown');
const signs = shown ? JSON.parse(shown.dataset.signs) : {};
const words = shown ? JSON.parse(shown.dataset.words) : {};
const differing = new Map();

// Before the point of a sign stands each open signal, behind it everything that the page shows of a family.
const signalsIn = (sign) => sign?.split('.')[0].split(' ').filter(Boolean) ?? [];

function kindOf(family, sign) {
  const old = signs[family] ?? null;
  if (sign === old) return null;
  if (sign === null) return 'gone';
  return signalsIn(sign).some((signal) => !signalsIn(old).includes(signal)) ? 'new' : 'changed';
}

function compare({ signs: fresh, all }) {
  const told = {
    ...(all ? Object.fromEntries(Object.keys(signs).map((family) => [family, null])) : {}),
    ...fresh,
  };
  for (const [family, sign] of Object.entries(told)) {
    const kind = kindOf(family, sign);
    if (kind === null) differing.delete(family);
    else differing.set(family, kind);
  }
  const parts = Object.entries(words).flatMap(([kind, [one, many]]) => {
    const count = [...differing.values()].filter((each) => each === kind).length;
    return count === 0 ? [] : [count === 1 ? one : many.replace('{n}', count)];
  });
  announce(parts.join(', '));
}

/** A page with many families says of how many there is news. */
const counted = document.getElementById('counted');
const [one, many] = counted ? JSON.parse(counted.dataset.words) : [];
const heard = new Set();

function count({ families, all }) {
  for (const family of families) heard.add(family);
  const isCertain = counted && !all && heard.size > 0;
  announce(isCertain ? (heard.size === 1 ? one : many.replace('{n}', heard.size)) : news.dataset.text);
}

function announce(text) {
  if (news.dataset.said === text) return;
  news.dataset.said = text;
  news.className = text === '' ? '' : 'note news';
  news.replaceChildren();
  if (text === '') return;
  news.append(`${text} `, again());
}

/** Asks for the same page as it is now. */
function again() {
  const link = document.createElement('a');
  const here = new URLSearchParams(window.location.search);
  here.delete('after');
  here.delete('done');
  link.href = `${window.location.pathname}${here.size > 0 ? `?${here}` : ''}`;
  link.textContent = news.dataset.show;
  return link;
}

function isAboutThisPage({ families, all }) {
  return all || live === '*' || families.includes(live);
}

/** The page was made from live data or behind them; what is told stands beside it, and moves nothing. */
const freshness = document.getElementById('freshness');

function tellFreshness({ kind, clock }) {
  const { is, lost: behind, back, said } = freshness.dataset;
  if (kind === 'behind') sayFreshness(is === 'behind' ? '' : behind.replace('{time}', clock));
  else if (is === 'behind' || said) sayFreshness(back, true);
}

function sayFreshness(text, mayShow = false) {
  if (freshness.dataset.said === text) return;
  freshness.dataset.said = text;
  freshness.replaceChildren();
  if (text !== '') freshness.append(`${text} `, ...(mayShow ? [again()] : []));
}

let source = null;
let { seen } = document.body.dataset;

// Browsers allow a few streams a site: a page that nobody looks at gives its stream back.
function listen() {
  if (document.hidden) {
    source?.close();
    source = null;
  } else if (source === null) {
    source = new EventSource(`/api/live?since=${seen}${shown ? '&list=queue' : ''}`);
    source.addEventListener('listening', ({ lastEventId }) => {
      seen = lastEventId;
    });
    source.addEventListener('open', () => {
      lost.hidden = true;
    });
    source.addEventListener('error', () => {
      lost.hidden = false;
    });
    source.addEventListener('freshness', ({ data }) => {
      tellFreshness(JSON.parse(data));
    });
    source.addEventListener('change', ({ data, lastEventId }) => {
      seen = lastEventId;
      const change = JSON.parse(data);
      if (shown) compare(change);
      else if (isAboutThisPage(change)) count(change);
    });
  }
}

document.addEventListener('visibilitychange', listen);
listen();
