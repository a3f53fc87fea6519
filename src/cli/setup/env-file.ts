const ASSIGNMENT = /^\s*(?<comment>#?)\s*(?<name>[A-Z][A-Z0-9_]*)=/u;

/**
 * The text of a .env file with some variables set; every other line stays as it is. A variable takes the place of its line,
 * else of its line that is commented out, else it comes last.
 */
export const withVariables = (text: string, variables: Readonly<Record<string, string>>): string => {
  const lines = text === '' ? [] : text.replace(/\n$/u, '').split(/\r?\n/u);
  for (const [name, value] of Object.entries(variables)) {
    const line = `${name}=${quoted(value)}`;
    const places = lines.flatMap((each, index) => {
      const found = ASSIGNMENT.exec(each)?.groups;
      return found?.name === name ? [{ index, isSet: found.comment === '' }] : [];
    });
    // Of a variable that is set twice the last one holds.
    const place = places.findLast(({ isSet }) => isSet) ?? places[0];
    if (place === undefined) lines.push(line);
    else lines[place.index] = line;
  }
  return `${lines.join('\n')}\n`;
};

/** As it must stand so that it is read back whole. */
const quoted = (value: string): string => {
  if (/^[\w./:@%+~-]*$/u.test(value)) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
};
