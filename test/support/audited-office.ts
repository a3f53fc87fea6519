// An agency at work with its auditor, and a hand that reaches past the program into its database.
import Sqlite from 'better-sqlite3';
import { deliveryAuditor } from '../../src/application/sending/audit-delivery.ts';
import type { DeliveryAudit } from '../../src/application/sending/audit-delivery.ts';
import type { AuditEvent } from '../../src/domain/audit-event.ts';
import type { TestOfficeOptions } from './test-office.ts';
import { TestOffice } from './test-office.ts';

/** An audit that has found nothing to do. */
export const NOTHING: DeliveryAudit = {
  replanned: 0,
  atTheEnd: 0,
  unplanned: 0,
  released: 0,
  late: { held: 0, cut_off: 0, clock: 0, unread: 0, queue: 0, unexplained: 0 },
  lossesTold: 0,
};

export const openAudited = async (options: TestOfficeOptions = {}) => {
  const office = await TestOffice.openBound(options);
  const way = { isCutOff: false, isClockWrong: false, unreadUntil: 0 };
  const audit = deliveryAuditor(office.app, {
    isCutOff: () => way.isCutOff,
    isClockWrong: () => way.isClockWrong,
    wasUnreadSince: (moment) => way.unreadUntil >= moment,
  });
  /** Runs a statement past the program, as a defect of an older version might have. */
  const damage = (statement: string): void => {
    const client = new Sqlite(office.path);
    client.exec(statement);
    client.close();
  };
  const repairs = (): readonly Pick<AuditEvent, 'after'>[] => {
    const client = new Sqlite(office.path, { readonly: true });
    const rows = client
      .prepare<[], { after: string }>(
        `select after from audit_events where action = 'delivery_repaired' order by id`,
      )
      .all();
    client.close();
    return rows.map(({ after }) => ({ after: JSON.parse(after) as AuditEvent['after'] }));
  };
  return { office, way, audit, damage, repairs };
};
