import type { StatusReport } from '../../domain/status-report.ts';
import type { ApplicationContext } from '../context.ts';

type Said = Pick<StatusReport, 'assignmentId' | 'memberId' | 'kind' | 'source'> &
  Partial<Omit<StatusReport, 'id' | 'agencyId' | 'at'>>;

/** A report made now. Fields that nothing was said about are empty. */
export const newReport = ({ ids, agencyId, clock }: ApplicationContext, said: Said): StatusReport => ({
  text: null,
  progress: null,
  documentNumber: null,
  documentDate: null,
  reason: null,
  waitingOn: null,
  eta: null,
  correctsId: null,
  evidence: [],
  ...said,
  id: ids.next(),
  agencyId,
  at: clock.now(),
});
