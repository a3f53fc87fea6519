import { describe, expect, it } from 'vitest';
import { aPlan, insert, update } from '../support/plans.ts';
import { AGENCY_ID, aDocument, aTask, anAssignment } from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { OFFICE, PLANNING, useStore } from './database.ts';

const ALL = { limit: 10, offset: 0 };
const OF_AGENCY = { agencyId: AGENCY_ID };

export const describeSearch = (create: CreateDatabase): void => {
  describe('the search', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;

    const give = async (number: number, content: string, set: Partial<ReturnType<typeof aTask>> = {}) => {
      const task = aTask({ number, content, ...set });
      const lead = anAssignment(task, PLANNING, { id: `${number}` });
      const helper = anAssignment(task, OFFICE, { id: `${number}-helper`, role: 'coordinating' });
      await store().commit(
        aPlan({
          changes: [insert('task', task), insert('assignment', helper), insert('assignment', lead)],
        }),
      );
      return { task, lead };
    };

    const found = async (words: string, filter = {}) =>
      (await store().searchAssignments({ ...OF_AGENCY, ...filter }, words, ALL)).ids;

    it('finds words next to each other, with and without diacritics, in any case', async () => {
      await give(1, 'Xây dựng Quy chế phối hợp');
      await give(2, 'Rà soát quy định, hạn chế tồn đọng');
      await give(3, 'Đánh giá Đề án đô thị');
      for (const words of ['quy chế', 'QUY CHE', 'quy  chế', '“quy chế”'.normalize('NFD')])
        expect(await found(words)).toEqual(['1']);
      for (const words of ['đô thị', 'do thi', 'Do Thị']) expect(await found(words)).toEqual(['3']);
      expect(await found('quy')).toEqual(['2', '1']);
      for (const words of ['', '***', 'kế hoạch', '" OR 1', 'words : quy', 'NEAR(quy che)'])
        expect(await found(words)).toEqual([]);
    });

    it('finds a task by its document too', async () => {
      const document = aDocument({ number: '45', symbol: 'TB-SKHCN', title: 'Kết luận giao ban' });
      await store().commit(aPlan({ changes: [insert('document', document)] }));
      await give(1, 'Tham mưu kế hoạch', { documentId: document.id });
      await give(2, 'Tham mưu kế hoạch');
      expect(await found('45/TB-SKHCN')).toEqual(['1']);
      expect(await found('giao ban')).toEqual(['1']);
      expect(await found('tham mưu')).toEqual(['2', '1']);
    });

    it('keeps to some units, to an agency, and gives a task once; what is closed comes last', async () => {
      const { lead } = await give(1, 'Lập dự toán');
      await give(2, 'Lập dự toán');
      expect(await found('dự toán', { unitIds: [OFFICE.id] })).toEqual(['2-helper', '1-helper']);
      expect(await found('dự toán', { unitIds: [] })).toEqual([]);
      expect(await found('dự toán', { role: 'coordinating' })).toEqual(['2-helper', '1-helper']);
      expect(await found('dự toán', { agencyId: 'unknown' })).toEqual([]);
      expect(await store().searchAssignments(OF_AGENCY, 'dự toán', { limit: 1, offset: 0 })).toEqual({
        total: 2,
        ids: ['2'],
      });
      const [second] = await store().assignmentsOfTask((await store().taskByNumber(AGENCY_ID, 2))?.id ?? '');
      if (second === undefined) throw new Error('There is one');
      await store().commit(aPlan({ changes: [update('assignment', second, { status: 'done' })] }));
      expect(await found('dự toán')).toEqual([lead.id, '2']);
    });

    it('follows a content that is changed', async () => {
      const { task } = await give(1, 'Lập dự toán');
      await store().commit(aPlan({ changes: [update('task', task, { content: 'Thẩm định đề án' })] }));
      expect(await found('dự toán')).toEqual([]);
      expect(await found('de an')).toEqual(['1']);
    });
  });
};
