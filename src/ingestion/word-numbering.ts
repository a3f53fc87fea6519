// How Word numbers paragraphs: a paragraph names a list and a level of it, or has them from its style; the list says what
// stands before each of its levels ("%1.", "%1.%2", "a)").
import { SaxesParser } from 'saxes';

/** The list and the level that a paragraph names; null where it leaves that to its style. */
export interface ItemNumber {
  readonly list: string | null;
  readonly level: number | null;
}

interface Level {
  format: string;
  /** "%1." */
  text: string;
  start: number;
}

interface List {
  /** Lists of one kind count on where the other stopped. */
  readonly abstract: string;
  /** Levels that this list starts anew. */
  readonly restarts: ReadonlyMap<number, number>;
}

export interface Numbering {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly lists: ReadonlyMap<string, List>;
  readonly styles: ReadonlyMap<string, ItemNumber>;
}

/** Reads word/numbering.xml and the numbers in word/styles.xml; both may be empty. @throws where the XML is broken */
export const readNumbering = (numberingXml: string, stylesXml: string): Numbering => {
  const levels = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { abstract: string; restarts: Map<number, number> }>();
  let abstract = '';
  let list = '';
  let level = 0;
  read(numberingXml, (name, value, attribute) => {
    switch (name) {
      case 'w:abstractNum':
        abstract = attribute('w:abstractNumId');
        levels.set(abstract, new Map());
        list = '';
        return;
      case 'w:num':
        list = attribute('w:numId');
        lists.set(list, { abstract: '', restarts: new Map() });
        return;
      case 'w:abstractNumId': {
        const known = lists.get(list);
        if (known !== undefined) known.abstract = value;
        return;
      }
      case 'w:lvlOverride':
        level = Number(attribute('w:ilvl'));
        return;
      case 'w:startOverride':
        lists.get(list)?.restarts.set(level, Number(value));
        return;
      case 'w:lvl':
        level = Number(attribute('w:ilvl'));
        // A list that says anew how a level looks is rare, and the kind it is of serves as well.
        if (list === '') levels.get(abstract)?.set(level, { format: 'decimal', text: '', start: 1 });
        return;
      default: {
        const current = list === '' ? levels.get(abstract)?.get(level) : undefined;
        if (current === undefined) return;
        if (name === 'w:start') current.start = Number(value);
        if (name === 'w:numFmt') current.format = value;
        if (name === 'w:lvlText') current.text = value;
      }
    }
  });

  const styles = new Map<string, ItemNumber>();
  let style = '';
  read(stylesXml, (name, value, attribute) => {
    if (name === 'w:style') style = attribute('w:styleId');
    const known = styles.get(style) ?? { list: null, level: null };
    if (name === 'w:numId') styles.set(style, { ...known, list: value });
    if (name === 'w:ilvl') styles.set(style, { ...known, level: Number(value) });
  });
  return { levels, lists, styles };
};

const read = (
  xml: string,
  onTag: (name: string, value: string, attribute: (name: string) => string) => void,
): void => {
  if (xml === '') return;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    onTag(name, attributes['w:val'] ?? '', (wanted) => attributes[wanted] ?? '');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
};

/** Says what stands before each paragraph, in their order: "3. ", "b) ", "- "; nothing before one without a number. */
export const counterOf = ({
  levels,
  lists,
  styles,
}: Numbering): ((paragraph: {
  readonly style: string | null;
  readonly numbering: ItemNumber | null;
}) => string) => {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return ({ style, numbering }) => {
    const ofStyle = styles.get(style ?? '') ?? null;
    const listId = numbering?.list ?? ofStyle?.list ?? null;
    const levelIndex = numbering?.level ?? ofStyle?.level ?? 0;
    // List "0" takes away the number that the style would give.
    const list = listId === null || listId === '0' ? undefined : lists.get(listId);
    const ofList = list && levels.get(list.abstract);
    const level = ofList?.get(levelIndex);
    if (listId === null || list === undefined || ofList === undefined || level === undefined) return '';
    if (level.format === 'bullet') return '- ';
    const counted = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, counted);
    const restart = list.restarts.get(levelIndex);
    const isRestarted = restart !== undefined && !begun.has(`${listId}/${levelIndex}`);
    begun.add(`${listId}/${levelIndex}`);
    const before = counted[levelIndex];
    counted[levelIndex] = isRestarted ? restart : before === undefined ? level.start : before + 1;
    // What stands below begins anew.
    counted.length = levelIndex + 1;
    const text = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const above = ofList.get(at);
      return written(counted[at] ?? above?.start ?? 1, above?.format ?? 'decimal');
    });
    return text === '' ? '' : `${text} `;
  };
};

const written = (number: number, format: string): string => {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'none':
      return '';
    default:
      return String(number);
  }
};

/** a … z, then aa, bb … as Word counts on. */
const letters = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const roman = (number: number): string => {
  let left = Math.min(number, 399);
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
};
