// Lists that are one stop of the Tab key: the arrow keys go on from there.

const STEPS = /** @type {Record<string, number>} */ ({
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
});

/**
 * Moves the focus to the next or the one before, to the first or the last.
 * @param {KeyboardEvent} event of the element that holds them
 * @param {string} selector what can be stepped through
 */
export const stepFocus = (event, selector) => {
  const items = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll(selector)];
  const step = STEPS[event.key];
  const at = items.findIndex((item) => item === document.activeElement);
  const next =
    event.key === 'Home'
      ? items[0]
      : event.key === 'End'
        ? items.at(-1)
        : step === undefined
          ? undefined
          : items[(at + step + items.length) % items.length];
  if (event.altKey || event.ctrlKey || event.metaKey || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
};
