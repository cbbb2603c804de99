import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for localhost, and the authority that signed it, made by openssl; null where there is no openssl. */
export function certificateIn(
  folder: string,
): { readonly key: string; readonly certificate: string; readonly file: string } | null {
  mkdirSync(folder, { recursive: true });
  const path = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  try {
    openssl('version');
  } catch {
    return null;
  }
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  writeFileSync(path('leaf.ext'), 'subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n');
  openssl(
    ...['req', '-x509', ...key, '-days', '2', '-subj', '/CN=test authority'],
    ...['-keyout', 'ca.key', '-out', 'ca.crt'],
  );
  openssl('req', ...key, '-subj', '/CN=localhost', '-keyout', 'leaf.key', '-out', 'leaf.csr');
  openssl(
    ...['x509', '-req', '-in', 'leaf.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-days', '2', '-extfile', 'leaf.ext', '-out', 'leaf.crt'],
  );
  const text = (name: string) => readFileSync(path(name), 'utf8');
  return { key: text('leaf.key'), certificate: text('leaf.crt'), file: path('ca.crt') };
}
