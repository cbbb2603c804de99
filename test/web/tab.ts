/** A browser without screens: it keeps cookies, follows where it is sent, and fills in forms. */
export interface Tab {
  /** Where it came out last. */
  readonly at: URL;
  readonly status: number;
  readonly text: string;
  /** What it would send to an address. */
  cookie(address: string): string;
  open(address: string): Promise<void>;
  submit(fields: Readonly<Record<string, string>>): Promise<void>;
}

export function tab(): Tab {
  const jars = new Map<string, Map<string, string>>();
  let at = new URL('about:blank');
  let status = 0;
  let text = '';

  const jarOf = ({ host }: URL) => {
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };

  const cookieFor = (url: URL) => [...jarOf(url)].map((pair) => pair.join('=')).join('; ');

  async function go(url: URL, body?: URLSearchParams): Promise<void> {
    const jar = jarOf(url);
    const cookie = cookieFor(url);
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie },
      ...(body && { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    text = await response.text();
    [at, status] = [url, response.status];
    const location = response.headers.get('location');
    if (location !== null) await go(new URL(location, url));
  }

  return {
    get at() {
      return at;
    },
    get status() {
      return status;
    },
    get text() {
      return text;
    },
    cookie: (address) => cookieFor(new URL(address)),
    open: (address) => go(new URL(address)),
    submit(fields) {
      const action = /<form[^>]*? action="([^"]*)"/.exec(text)?.[1] ?? '';
      return go(new URL(action.replaceAll('&amp;', '&'), at), new URLSearchParams(fields));
    },
  };
}
