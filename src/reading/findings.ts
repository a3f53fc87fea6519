// What the reader says about a text. A finding never becomes a task by itself: a person confirms it first.
//
//   certainty   what the text says outright ('certain'), what a convention filled in ('assumed'), and what a person
//               must decide ('ask'). A finding that must be asked about carries the question.
//   span        [start, end) in UTF-16 units of the text as given (before any normalisation); text.slice(...span) is `quote`.
import type { Deadline } from '../domain/deadline.ts';
import type { LocalDate, LocalMoment } from '../domain/local-time.ts';
import type { TaskCategory, TaskKind } from '../domain/task.ts';

export type Span = readonly [start: number, end: number];

export type Certainty = 'certain' | 'assumed' | 'ask';

/** A deadline found in a sentence. `deadline.raw` is the quote. */
export interface DeadlineFinding {
  readonly span: Span;
  readonly quote: string;
  readonly deadline: Deadline;
  readonly certainty: Certainty;
  /** When the words were written: from then it was counted. `explainDeadline` puts all of this into words. */
  readonly readAt: LocalMoment;
  /** What was filled in by a convention, each as a short Vietnamese phrase ("năm 2025 được suy ra từ ngày văn bản"). */
  readonly assumptions: readonly string[];
  /** The question to put to the secretary, in Vietnamese; null where there is none. */
  readonly question: string | null;
  /** Other right readings, for buttons beside the question. */
  readonly alternatives: readonly LocalMoment[];
}

/** A unit as a text mentions it; `code` is null for one that the registry does not know. */
export interface UnitFinding {
  readonly code: string | null;
  readonly mention: string;
  readonly span: Span;
  readonly certainty: Certainty;
}

/** One piece of assigned work found in a text. */
export interface TaskFinding {
  /** The numbered heading it stands under ("8", "8.a"); null outside a numbered list. */
  readonly item: string | null;
  readonly kind: TaskKind;
  readonly category: TaskCategory | null;
  readonly span: Span;
  /** The sentence or clause, verbatim. */
  readonly quote: string;
  /** What is to be done, without the formula that assigns it and without its deadline. */
  readonly content: string;
  readonly lead: readonly UnitFinding[];
  readonly coordinating: readonly UnitFinding[];
  /** Units left out of "các phòng, đơn vị" ("không bao gồm Văn phòng Sở"). */
  readonly excluded: readonly UnitFinding[];
  /** A deputy director who is charged in person; null where a unit is charged. */
  readonly director: string | null;
  /** Who receives the result: a unit's code or the words of the text. */
  readonly recipient: string | null;
  readonly deadline: DeadlineFinding | null;
  /** "khẩn trương", "thường xuyên": urgency without a date; null where there is none. */
  readonly urgency: string | null;
  /** What a person must decide, in Vietnamese, most important first. */
  readonly questions: readonly string[];
}

/** The parts of a document laid out by Nghị định 30/2020/NĐ-CP, each null where the text lacks it. */
export interface DocumentFinding {
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: LocalDate | null;
  readonly place: string | null;
  /** "THÔNG BÁO", "KẾ HOẠCH"… */
  readonly kind: string | null;
  readonly title: string | null;
  readonly signer: string | null;
  /** "TL. GIÁM ĐỐC / TP. HÀNH CHÍNH - TỔNG HỢP" */
  readonly signerCapacity: string | null;
  readonly recipients: readonly string[];
  /** The stamp of a state secret ("MẬT", "TỐI MẬT", "TUYỆT MẬT"): such a text is refused, never stored. */
  readonly secrecy: 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT' | null;
}

export interface NoticeFinding {
  readonly document: DocumentFinding;
  readonly tasks: readonly TaskFinding[];
}

/** What a reply means. The conventions stand in the corpus tests. */
export type ReplyIntent =
  | 'ack'
  | 'done'
  | 'submitted'
  | 'in_progress'
  | 'not_done'
  | 'not_started'
  | 'blocked'
  | 'extension_request'
  | 'reassign'
  | 'delegate'
  | 'wrong_recipient'
  | 'question'
  | 'instruction'
  | 'approve_extension'
  | 'reject_extension'
  | 'accept_done'
  | 'returned'
  | 'cancel_task'
  | 'pause_task'
  | 'snooze'
  | 'correction'
  | 'cannot_complete'
  | 'decline'
  | 'info'
  | 'multi';

/** "2 ngày", "5 ngày làm việc", "1 tuần". */
export interface LengthOfTime {
  readonly amount: number;
  readonly unit: 'hour' | 'day' | 'working_day' | 'week' | 'month';
}

/** The particulars of a reply; a field is absent where the reply does not name it. */
export interface ReplyFields {
  /** Task numbers named; several where one status holds for all of them. */
  readonly taskNumbers?: readonly number[];
  /** Percent done, 0–100. */
  readonly progress?: number;
  /** The new deadline asked for; counted from the reply where only a length of time is named. */
  readonly newDue?: LocalMoment;
  /** "thêm 2 ngày": the length of time asked for, whatever day it is counted from. */
  readonly extraTime?: LengthOfTime;
  /** A promised time that is not a request to move the deadline. */
  readonly eta?: LocalMoment;
  /** When the bot should ask again. */
  readonly until?: LocalMoment;
  /** Number and symbol of a document given as evidence: "45/TTr-SKHCN". */
  readonly docNo?: string;
  readonly docDate?: LocalDate;
  readonly doneDate?: LocalDate;
  readonly reason?: string;
  readonly waitingOn?: string;
  /** "chuyển Trung tâm CĐS": code or words of the unit proposed. */
  readonly toUnit?: string;
  readonly toPerson?: string;
  readonly remaining?: string;
  readonly isPartial?: boolean;
  readonly isOnTrack?: boolean;
}

/** One task's part of a reply on several. `taskNo` "rest" stands for "các việc còn lại". */
export interface ReplyItem {
  readonly taskNo: number | 'rest';
  readonly intent: ReplyIntent;
  readonly fields: ReplyFields;
}

export interface ReplyFinding {
  readonly intent: ReplyIntent;
  /** 'ask' where the bot must offer buttons rather than record. */
  readonly certainty: Certainty;
  readonly fields: ReplyFields;
  /** For intents `multi` and `correction`. */
  readonly items: readonly ReplyItem[];
  /** One line of Vietnamese: what was understood. */
  readonly explanation: string;
}
