// Announces that there are new data. It never changes the page by itself: the reader asks for it.
const { live } = document.body.dataset;
const news = document.getElementById('news');
// Without a connection nothing is announced, and that must not look like no news.
const lost = document.getElementById('lost');

function announce() {
  if (news.childElementCount > 0) return;
  const link = document.createElement('a');
  link.href = window.location.pathname + window.location.search;
  link.textContent = news.dataset.show;
  news.append(`${news.dataset.text} `, link);
  news.className = 'note';
}

function isAboutThisPage({ families, all }) {
  return all || live === '*' || families.includes(live);
}

let source = null;
let { seen } = document.body.dataset;

// Browsers allow a few streams a site: a page that nobody looks at gives its stream back.
function listen() {
  if (document.hidden) {
    source?.close();
    source = null;
  } else if (source === null) {
    source = new EventSource(`/api/live?since=${seen}`);
    source.addEventListener('listening', ({ lastEventId }) => {
      seen = lastEventId;
    });
    source.addEventListener('open', () => {
      lost.hidden = true;
    });
    source.addEventListener('error', () => {
      lost.hidden = false;
    });
    source.addEventListener('change', ({ data, lastEventId }) => {
      seen = lastEventId;
      if (isAboutThisPage(JSON.parse(data))) announce();
    });
  }
}

document.addEventListener('visibilitychange', listen);
listen();
