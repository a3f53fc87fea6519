import { Composer } from 'grammy';
import type { RoleCommand } from '../../application/people/change-member.ts';
import { changeRole, leave } from '../../application/people/change-member.ts';
import { everyone, findMembers } from '../../application/people/find-members.ts';
import { invite } from '../../application/people/invitations.ts';
import { decideJoin, joinCandidates } from '../../application/people/join-requests.ts';
import type { JoinDecisionOutcome } from '../../application/people/join-requests.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Action } from '../../domain/authority.ts';
import type { Member } from '../../domain/member.ts';
import { answer, replaceMessage, toast } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf, isPrivate, originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import { forgetCommandsOf, refreshCommandsOf } from '../commands.ts';
import type { FormattedMessage } from '../transport/message.ts';
import type { PeopleAction, PeoplePurpose } from '../buttons/people-buttons.ts';
import { peopleNews } from '../texts/people-news.ts';
import { notAllowed } from '../texts/people.ts';
import {
  choosePerson,
  chooseRole,
  chooseRoleUnit,
  confirmLeaving,
  invitationAnswer,
  joinDecided,
  leaveAnswer,
  nobodyCalled,
  onlyInPrivate,
  roleAnswer,
} from '../texts/roster.ts';
import { toastNotAllowed, toastStale } from '../texts/toasts.ts';

/** Who is on the list: links, requests to be let in, roles, leaving. */
export const roster = new Composer<MemberContext>();

const NEEDED: Readonly<Record<PeoplePurpose, Action>> = {
  invite: 'link_members',
  leave: 'change_members',
  role: 'change_members',
};

const COMMANDS: Readonly<Record<PeoplePurpose, string>> = { invite: 'moi', leave: 'roi', role: 'vaitro' };

for (const [purpose, command] of Object.entries(COMMANDS) as [PeoplePurpose, string][]) {
  roster.command(command, async (ctx) => {
    if (!isAllowed(ctx.member, NEEDED[purpose])) return answer(ctx, notAllowed());
    if (!isPrivate(ctx)) return answer(ctx, onlyInPrivate());
    const typed = argumentOf(ctx);
    const { members, former } = await candidatesFor(ctx, purpose);
    const found = findMembers(typed, [...members, ...former]);
    const [only, ...others] = found;
    if (only === undefined) return answer(ctx, nobodyCalled(typed));
    if (typed !== '' && others.length === 0) return answer(ctx, await afterPick(ctx, purpose, only));
    return answer(ctx, choosePerson(purpose, found, former));
  });
}

/** Whom a list for that purpose shows. Those who have left can only be let in again. */
const candidatesFor = async (ctx: MemberContext, purpose: PeoplePurpose): ReturnType<typeof everyone> => {
  const { members, former } = await everyone(ctx.app);
  return { members, former: purpose === 'invite' ? former : [] };
};

/** What comes after a person was chosen. */
const afterPick = async (
  ctx: MemberContext,
  purpose: PeoplePurpose,
  member: Member,
): Promise<FormattedMessage> => {
  switch (purpose) {
    case 'invite': {
      const command = { member: ctx.member, memberId: member.id, origin: originOf(ctx) };
      return invitationAnswer(await invite(ctx.app, command), ctx.me.username);
    }
    case 'leave':
      return confirmLeaving(member);
    case 'role':
      return chooseRole(member);
  }
};

onButton(roster, ['people'], async (ctx, { people }) => {
  if (!isPrivate(ctx) || people.do === 'ask_to_join') return toast(ctx, toastStale());
  if (!isAllowed(ctx.member, neededFor(people))) return toast(ctx, toastNotAllowed());
  const shown = await afterPress(ctx, people);
  if (shown === null) return toast(ctx, toastStale());
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, shown);
});

const neededFor = (people: PeopleAction): Action => {
  switch (people.do) {
    case 'list':
    case 'pick':
      return NEEDED[people.purpose];
    case 'leave':
    case 'role':
    case 'role_in_unit':
      return 'change_members';
    default:
      return 'link_members';
  }
};

/** What stands in the place of the message whose button was pressed; null where it is out of date. */
const afterPress = async (ctx: MemberContext, people: PeopleAction): Promise<FormattedMessage | null> => {
  const { app, member } = ctx;
  const origin = originOf(ctx);
  const { members, former } = await everyone(app);
  switch (people.do) {
    case 'ask_to_join':
      return null;
    case 'list': {
      const shown = await candidatesFor(ctx, people.purpose);
      return choosePerson(people.purpose, [...shown.members, ...shown.former], shown.former, people.offset);
    }
    case 'pick': {
      const picked = byKey(people.purpose === 'invite' ? [...members, ...former] : members, people.member);
      return picked === undefined ? null : afterPick(ctx, people.purpose, picked);
    }
    case 'leave': {
      const picked = byKey(members, people.member);
      if (picked === undefined) return null;
      const outcome = await leave(app, { member, memberId: picked.id, origin });
      if (outcome.kind === 'left' && outcome.target.telegramId !== null) {
        await forgetCommandsOf(ctx, outcome.target.telegramId);
      }
      return leaveAnswer(outcome);
    }
    case 'role':
    case 'role_in_unit': {
      const picked = byKey(members, people.member);
      if (picked === undefined) return null;
      return afterRole(ctx, picked, people);
    }
    case 'candidates': {
      const request = await app.store.joinRequest(people.requestId);
      if (request?.agencyId !== app.agencyId || request.state !== 'pending') return null;
      const candidates = await joinCandidates(app, member);
      return peopleNews({ about: 'join_requested', request, candidates, offset: people.offset });
    }
    case 'admit': {
      const picked = byKey(members, people.member);
      if (picked === undefined) return null;
      const { requestId } = people;
      return afterDecision(ctx, await decideJoin(app, { member, requestId, memberId: picked.id, origin }));
    }
    case 'turn_down':
      return afterDecision(
        ctx,
        await decideJoin(app, { member, requestId: people.requestId, memberId: null, origin }),
      );
  }
};

const afterRole = async (
  ctx: MemberContext,
  picked: Member,
  people: Extract<PeopleAction, { do: 'role' | 'role_in_unit' }>,
): Promise<FormattedMessage | null> => {
  const units = await ctx.app.store.units(ctx.app.agencyId);
  const unit = people.do === 'role' ? undefined : byKey(units, people.unit);
  if (people.do === 'role_in_unit' && unit === undefined) return null;
  const command: RoleCommand = {
    member: ctx.member,
    memberId: picked.id,
    role: people.role,
    unitId: unit?.id ?? null,
    origin: originOf(ctx),
  };
  const outcome = await changeRole(ctx.app, command);
  if (outcome.kind === 'changed') await refreshCommandsOf(ctx, outcome.target);
  if (outcome.kind !== 'unit_needed') return roleAnswer(outcome);
  return chooseRoleUnit(picked, people.role, units, people.do === 'role' ? people.offset : 0);
};

const afterDecision = async (
  ctx: MemberContext,
  outcome: JoinDecisionOutcome,
): Promise<FormattedMessage | null> => {
  switch (outcome.kind) {
    case 'decided':
      if (outcome.joined !== null) await refreshCommandsOf(ctx, outcome.joined);
      return joinDecided(outcome);
    case 'already_decided':
      return joinDecided(outcome);
    case 'not_allowed':
      return notAllowed();
    case 'taken':
    case 'not_found':
      return null;
  }
};

const byKey = <T extends { readonly id: string }>(all: readonly T[], key: string): T | undefined =>
  all.find(({ id }) => choiceKey(id) === key);
