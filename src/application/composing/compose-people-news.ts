import type { PeopleNewsRequest } from '../../domain/people-news.ts';
import type { Composed } from './composed.ts';
import type { ApplicationContext } from '../context.ts';
import { joinCandidates } from '../people/join-requests.ts';
import { leftBehind } from '../people/left-behind.ts';

/** The facts of what is said of people, and whether it is still true. */
export const composePeopleNews = async (
  app: ApplicationContext,
  news: PeopleNewsRequest,
): Promise<Composed> => {
  switch (news.about) {
    case 'join_requested': {
      const request = await app.store.joinRequest(news.requestId);
      if (request?.state !== 'pending') return { drop: 'the request has been decided' };
      const candidates = await joinCandidates(app, null);
      return { say: { kind: 'people', news: { about: news.about, request, candidates, offset: 0 } } };
    }
    case 'join_decided': {
      const request = await app.store.joinRequest(news.requestId);
      if (request === null) return { drop: 'the request is gone' };
      const member = await app.store.memberByTelegramId(app.agencyId, request.telegramId);
      if (request.state === 'approved' && member === null) return { drop: 'they have left since' };
      return { say: { kind: 'people', news: { about: news.about, member } } };
    }
    case 'linked': {
      const member = await app.store.memberRecord(news.memberId);
      if (member?.isListed !== true) return { drop: 'they have left since' };
      const { about, account, isAnother } = news;
      return { say: { kind: 'people', news: { about, member, account, isAnother } } };
    }
    case 'farewell': {
      const member = await app.store.memberRecord(news.memberId);
      return member === null || member.isListed
        ? { drop: 'they have come back' }
        : { say: { kind: 'people', news: { about: news.about, member } } };
    }
    case 'left': {
      const member = await app.store.memberRecord(news.memberId);
      if (member === null || member.isListed) return { drop: 'they have come back' };
      const units = await app.store.units(app.agencyId);
      const stillOpen = await leftBehind(app, news.memberId, {
        headed: units.filter(({ id, headId }) => news.headed.includes(id) && headId === null),
        inCharge: units.filter(({ id, deputyId }) => news.inCharge.includes(id) && deputyId === null),
      });
      return { say: { kind: 'people', news: { about: news.about, member, leftBehind: stillOpen } } };
    }
  }
};
