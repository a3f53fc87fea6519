import { localDateOf } from '../../domain/local-time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext } from '../context.ts';
import { unitsOn } from '../context.ts';
import { searchUnits } from './find-unit.ts';

/** The units that work can be given to today; only those whose name holds `search` where that is given. */
export const unitsToPick = async (app: ApplicationContext, search?: string): Promise<readonly Unit[]> => {
  const units = (await unitsOn(app, localDateOf(app.clock.now()))).filter(({ isGroup }) => isGroup !== true);
  return search === undefined ? units : searchUnits(search, units);
};
