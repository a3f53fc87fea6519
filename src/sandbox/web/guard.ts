import type { IncomingMessage } from 'node:http';

/** Sent with everything: nothing of the page comes from or goes to anywhere else, and nobody may frame it. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** @param scriptHash of the one script that stands in the page itself, its import map */
export const contentSecurityPolicy = (scriptHash: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' '${scriptHash}'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Why a request is not served; null where it is. The page is for the browser of this machine alone. A site elsewhere can
 * make a browser ask here under the site's own name (DNS rebinding), which shows in Host, or send something here from
 * its own page, which shows in Origin and Sec-Fetch-Site.
 * @param port where the page is served
 */
export const refusalOf = ({ method, headers }: IncomingMessage, port: number): string | null => {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = headers;
  if (!hosts.includes(host.toLowerCase())) {
    return `Mở trang bằng http://127.0.0.1:${port}. This page answers only to its own name.`;
  }
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') {
    // Following a link from elsewhere to the page itself is fine.
    const isVisit = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
    if (!isVisit) return 'Not from another site';
  }
  if (method === 'GET' || method === 'HEAD') return null;
  return origin !== undefined && hosts.some((known) => origin === `http://${known}`)
    ? null
    : 'Not from another origin';
};
