// What a person must decide before the work is given out, most important first.
import type { UnitNames } from '../../domain/unit.ts';
import type { TaskFinding, UnitFinding } from '../findings.ts';
import type { WorkItem } from './work-item.ts';

export function questionsOf(
  task: Omit<TaskFinding, 'questions'>,
  item: Pick<WorkItem, 'isLeadGuessed'>,
  units: readonly UnitNames[],
): string[] {
  const questions: string[] = [];
  if (task.content === '') questions.push('Chưa rõ việc cần làm là gì.');
  if (task.lead.length === 0 && task.director === null) questions.push('Chưa rõ đơn vị nào chủ trì.');
  else if (item.isLeadGuessed)
    questions.push(`Văn bản không nêu đơn vị chủ trì. ${namesOf(task.lead)} chủ trì?`);
  else for (const unit of task.lead) questions.push(...unitQuestion(unit, units));
  for (const unit of task.coordinating) if (!isOutside(unit)) questions.push(...unitQuestion(unit, units));
  if (task.deadline?.question != null) questions.push(task.deadline.question);
  return questions.length < 2 ? questions : [...new Set(questions)];
}

const namesOf = (units: readonly UnitFinding[]): string => units.map(({ mention }) => mention).join(', ');

/** A body outside the agency may help without being asked about; a group of units may not. */
const isOutside = ({ code, mention }: UnitFinding): boolean =>
  code === null && !/^(?:các|những|tất cả)\s/iu.test(mention);

function unitQuestion({ code, mention, certainty }: UnitFinding, units: readonly UnitNames[]): string[] {
  if (certainty !== 'ask') return [];
  if (code === null) {
    return /^(?:các|những)\s/iu.test(mention)
      ? [`“${mention}” gồm những đơn vị nào?`]
      : [`“${mention}” không có trong danh sách đơn vị. Giao đơn vị nào?`];
  }
  const name = units.find((unit) => unit.code === code)?.name.replace(/\s*\([^)]*\)/gu, '');
  return name === undefined || name.toLowerCase() === mention.toLowerCase()
    ? [`“${mention}” có thể là hai đơn vị. Giao đơn vị nào?`]
    : [`“${mention}” có phải là ${name} không?`];
}
