import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Connection } from './connection.ts';
import { agentFor } from './connection.ts';

/** Fetches a file of Telegram's by the path that getFile has given. @throws DownloadError */
export type Download = (filePath: string) => Promise<Uint8Array>;

/** The file did not come. The message holds nothing of the address, which holds the token. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
}

/** Everybody who writes meanwhile waits for it. */
const TIMEOUT_MS = 20_000;

/** @param mostBytes a longer file is given up */
export const downloader =
  (token: string, { apiRoot, proxy }: Connection, mostBytes: number): Download =>
  (filePath) =>
    new Promise((resolve, reject) => {
      const request = apiRoot.startsWith('https:') ? httpsRequest : httpRequest;
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const options = { signal, ...(proxy === null ? {} : { agent: agentFor(proxy) }) };
      const fail = (why: string): void => {
        reject(new DownloadError(why));
      };
      const sent = request(`${apiRoot}/file/bot${token}/${filePath}`, options, (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          fail(`Telegram answered ${response.statusCode ?? 'nothing'}`);
          return;
        }
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.byteLength;
          chunks.push(chunk);
          if (size <= mostBytes) return;
          fail('The file is too large');
          sent.destroy();
        });
        response.on('end', () => {
          resolve(Buffer.concat(chunks));
        });
        response.on('error', () => {
          fail('The connection broke');
        });
      });
      sent.on('error', () => {
        fail('Telegram could not be reached');
      });
      sent.end();
    });
