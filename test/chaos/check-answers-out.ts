import type { LocalReport, LocalResponse } from '../../src/simulate/local-report.ts';
import type { NationalComplaint } from '../../src/simulate/national-complaint.ts';
import { complaintOf, type Histories } from './histories.ts';

const NUMBERED = /^\((\d+)\/(\d+)\)\n/;

/** Every answer that the city gave stands once under its report at LAPOR!, each of its parts once, with its own words. */
export function checkAnswersOut(histories: Histories): readonly string[] {
  return histories.local.reports.flatMap((report) => {
    const complaint = complaintOf(histories, report);
    if (complaint === undefined) return [];
    const answers = report.tanggapan.filter(({ external_ref: reference }) => reference === null);
    const references = new Map(
      answers.map((answer) => [`[Ref: ${histories.site}-${report.id}/${answer.id}]`, answer] as const),
    );
    return [
      ...phantoms(complaint, references),
      ...[...references].flatMap(([reference, answer]) => arrivedOnce(report, answer, partsOf(complaint, reference))),
    ];
  });
}

function phantoms(complaint: NationalComplaint, known: ReadonlyMap<string, LocalResponse>): readonly string[] {
  return complaint.followUps
    .flatMap(({ received }) => (received === null ? [] : lastLine(received)))
    .filter((reference) => !known.has(reference))
    .map((reference) => `I4 phantom: answer ${reference} under ${complaint.id}`);
}

function partsOf(complaint: NationalComplaint, reference: string): readonly string[] {
  return complaint.followUps.flatMap(({ received }) =>
    received !== null && lastLine(received) === reference ? normal(received).slice(0, -reference.length) : [],
  );
}

function arrivedOnce(report: LocalReport, answer: LocalResponse, parts: readonly string[]): readonly string[] {
  const name = `answer ${answer.id} of report ${report.id}`;
  if (answer.internal) return parts.length === 0 ? [] : [`I20 ${name} is internal, and left`];
  if (parts.length === 0) return [`I1 lost: ${name}`];
  const numbers = parts.map((part) => NUMBERED.exec(part)?.slice(1, 3).map(Number) ?? [1, 1]);
  const total = numbers[0]?.[1] ?? 1;
  const places = numbers.map(([place]) => place);
  if (new Set(places).size < total) return [`I1 lost: ${name} has parts ${places} of ${total}`];
  if (places.length > total) return [`I2 twice: ${name} has parts ${places} of ${total}`];
  const text = parts
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((part) => part.replace(NUMBERED, ''))
    .join(' ');
  const intro = answer.penulis === 'pelapor' ? 'Balasan pelapor:\n' : '';
  return words(text) === words(`${intro}${answer.isi}`) ? [] : [`I4 ${name} says something else`];
}

function placeOf(part: string): number {
  return Number(NUMBERED.exec(part)?.[1] ?? 1);
}

function lastLine(text: string): string {
  return normal(text).split('\n').at(-1) ?? '';
}

/** A form carries every line end as two characters. */
function normal(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}

function words(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}
