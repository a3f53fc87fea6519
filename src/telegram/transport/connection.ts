import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Api, ApiClientOptions } from 'grammy';
import { SocksProxyAgent } from 'socks-proxy-agent';

/** How the Bot API is reached. */
export interface Connection {
  /** "https://api.telegram.org", or a server of one's own. */
  readonly apiRoot: string;
  /** http://, https:// or socks5:// with host, port and, where needed, user and password; null for a direct way. */
  readonly proxy: string | null;
}

/** No request but the long poll takes longer; one that does counts as a network failure. */
const TIMEOUT_SECONDS = 45;

/** Calls `heard` whenever Telegram has answered to updates being asked for: it can be reached. */
export const listenForUpdates = (api: Api, heard: () => void): void => {
  api.config.use(async (call, method, payload, signal) => {
    const response = await call(method, payload, signal);
    if (response.ok && method === 'getUpdates') heard();
    return response;
  });
};

/** What grammY needs to go that way. */
export const clientOptions = ({ apiRoot, proxy }: Connection): ApiClientOptions => ({
  apiRoot,
  timeoutSeconds: TIMEOUT_SECONDS,
  ...(proxy === null ? {} : { baseFetchConfig: { agent: agentFor(proxy), compress: true } }),
});

/** The way through a proxy, as an agent for requests of Node.js. */
export const agentFor = (proxy: string): HttpsProxyAgent<string> | SocksProxyAgent =>
  proxy.startsWith('socks') ? new SocksProxyAgent(proxy) : new HttpsProxyAgent(proxy);
