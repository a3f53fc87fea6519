import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a browser complains of while a page is open. */
export class Complaints {
  readonly #found: string[] = [];

  constructor(page: Page, url: string) {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#found.push(message.text());
    });
    page.on('pageerror', (error) => this.#found.push(String(error)));
    page.on('requestfailed', (request) => {
      // A stream ends when the page does.
      if (!request.url().endsWith('/api/events')) this.#found.push(`failed: ${request.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
        this.#found.push(`outside: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.#found.push(`${response.status()}: ${response.url()}`);
    });
  }

  /** All that is there is of this kind, and expected. */
  expectOnly(kind: RegExp): void {
    expect(this.#found.filter((complaint) => !kind.test(complaint))).toEqual([]);
    this.#found.length = 0;
  }

  expectNone(): void {
    expect(this.#found).toEqual([]);
  }
}

export interface SentFile {
  readonly name: string;
  readonly content: string | Buffer;
}

export const DESKTOP = { viewport: { width: 1440, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

/** Somebody who looks at the page and acts in it. */
export class PageUser {
  readonly page: Page;
  readonly complaints: Complaints;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.complaints = new Complaints(page, url);
  }

  static async open(
    browser: Browser,
    url: string,
    options: BrowserContextOptions = DESKTOP,
    path = '',
  ): Promise<PageUser> {
    const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const user = new PageUser(page, url);
    await page.goto(url + path);
    await page.locator('.conversation, .sidebar').first().waitFor({ state: 'attached', timeout: 60_000 });
    return user;
  }

  get isPhone(): boolean {
    return (this.page.viewportSize()?.width ?? 0) <= 760;
  }

  /** On a phone one thing is shown at a time. */
  async #toList(): Promise<void> {
    const back = this.page.getByRole('button', { name: 'Về danh sách' });
    const close = this.page.locator('.panel-back');
    if (!this.isPhone) return;
    if (await close.isVisible()) await close.click();
    if (await back.isVisible()) await back.click();
  }

  /** Becomes one of the people at hand, by member code. */
  async become(code: string): Promise<void> {
    await this.#toList();
    await this.page.locator(`.person[data-code="${code}"]`).click();
    await this.page
      .locator(`.person[data-code="${code}"][aria-pressed="true"]`)
      .waitFor({ state: 'attached' });
  }

  /** Opens a chat of the person by its title. */
  async openChat(title: string): Promise<void> {
    await this.#toList();
    await this.page.locator(`.chat-row[data-chat="${title}"]`).click();
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Nhắn tin' });
  }

  /** Attaches files and sends them with a caption. */
  async sendFiles(files: readonly SentFile[], caption = ''): Promise<void> {
    await this.attach(files);
    await this.page.getByRole('textbox', { name: 'Chú thích' }).fill(caption);
    await this.page.getByRole('dialog').getByRole('button', { name: 'Gửi', exact: true }).click();
  }

  /** Chooses files to be sent, and leaves it at that. */
  async attach(files: readonly SentFile[]): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(
      files.map(({ name, content }) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: typeof content === 'string' ? Buffer.from(content) : content,
      })),
    );
    await this.page.getByRole('dialog').waitFor();
  }

  /** Messages of the open chat that contain the words. */
  messages(words: string | RegExp): Locator {
    return this.page.locator('.message', { hasText: words });
  }

  /** The newest message that contains the words, once it is there. */
  async newest(words: string | RegExp): Promise<Locator> {
    const message = this.messages(words).last();
    await message.waitFor();
    return message;
  }

  /** What comes after the newest message of one's own that contains the words, once it is there. */
  async answerTo(words: string): Promise<Locator> {
    const own = this.page.locator('.message.is-own', { hasText: words }).last();
    const answer = own.locator('xpath=following-sibling::li[1]');
    await answer.waitFor();
    return answer;
  }

  /** Presses a button under the newest message that contains the words. */
  async press(words: string | RegExp, button: string | RegExp): Promise<void> {
    await (await this.newest(words)).locator('.key', { hasText: button }).first().click();
  }

  /** Opens the menu of a message and chooses something of it. */
  async choose(message: Locator, item: string): Promise<void> {
    await message.getByRole('button', { name: 'Thao tác với tin này' }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async close(): Promise<void> {
    this.complaints.expectNone();
    await this.page.context().close();
  }
}
