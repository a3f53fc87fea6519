/** What a button does. Packed into callback data of at most 64 bytes; anyone can forge it, so every action is authorised when it arrives. */
export type ButtonAction =
  | {
      readonly kind: 'save_item' | 'edit_deadline' | 'edit_units' | 'discard_item';
      readonly draftId: string;
      readonly revision: number;
      readonly index: number;
    }
  /** Takes one of the other readings of an ambiguous deadline. */
  | {
      readonly kind: 'choose_deadline';
      readonly draftId: string;
      readonly revision: number;
      readonly index: number;
      readonly option: number;
    }
  | { readonly kind: 'save_all' | 'show_standing'; readonly draftId: string; readonly revision: number }
  | {
      readonly kind:
        | 'report_acknowledged'
        | 'report_in_progress'
        | 'report_submitted'
        | 'report_done'
        | 'report_blocked'
        | 'ask_extension'
        | 'correct_report'
        | 'show_task';
      readonly assignmentId: string;
    }
  | { readonly kind: 'accept_completion' | 'return_completion'; readonly assignmentId: string }
  | { readonly kind: 'approve_extension' | 'refuse_extension'; readonly requestId: string }
  | { readonly kind: 'overdue_page' | 'open_tasks_page'; readonly offset: number }
  | { readonly kind: 'bind_unit'; readonly unitId: string };
