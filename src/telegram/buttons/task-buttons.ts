// Buttons about one unit's part in a task: what the unit says of it, and what is done with it.
import { isMadeOf } from './button-family.ts';
import type { ButtonFamily } from './button-family.ts';

export interface TaskAction {
  readonly kind:
    | 'report_acknowledged'
    | 'report_in_progress'
    | 'report_submitted'
    | 'report_done'
    | 'report_blocked'
    | 'ask_extension'
    | 'correct_report'
    | 'show_task'
    | 'show_evidence'
    | 'set_deadline'
    | 'remind_now'
    | 'accept_completion'
    | 'return_completion'
    | 'reopen_completion'
    | 'choose_new_unit'
    | 'cancel_task'
    | 'restore_task';
  readonly assignmentId: string;
}

export const taskButtons: ButtonFamily<TaskAction> = {
  signs: {
    report_acknowledged: 'a',
    report_in_progress: 'i',
    report_submitted: 't',
    report_done: 'f',
    report_blocked: 'b',
    ask_extension: 'e',
    correct_report: 'r',
    show_task: 'v',
    show_evidence: 'F',
    set_deadline: 'h',
    remind_now: 'R',
    accept_completion: 'y',
    return_completion: 'n',
    reopen_completion: 'j0',
    choose_new_unit: 'H',
    cancel_task: 'X',
    restore_task: 'V',
  },
  partsOf: ({ assignmentId }) => ({ numbers: [], id: assignmentId }),
  read: (kind, parts) => (isMadeOf(parts, 0, true) ? { kind, assignmentId: parts.id ?? '' } : null),
};
