import { describe, expect, it } from 'vitest';
import { LIFECYCLE } from '../../src/ledger/lifecycle.ts';
import type { HistoryEvent } from '../../src/ledger/verbs/append-history.ts';
import { type HistoryItem, historyLine } from '../../src/operate/history-line.ts';

function item(event: HistoryEvent, data: HistoryItem['data'] = {}, actor = 'bridge'): HistoryItem {
  return { event, actor, data };
}

describe('historyLine()', () => {
  it.each<readonly [HistoryItem, id: string, en: string]>([
    [item('case-opened', { route: 'file', localId: '1042' }), 'laporan dikenal', 'report seen for the first time'],
    [
      item('delivery-begin', { key: 'create', side: 'national', state: 'sending', attempt: 2, contentHash: 'f00' }),
      'laporan ke LAPOR! [create]: mulai dikirim (percobaan ke-2)',
      'report to LAPOR! [create]: sending begins (attempt 2)',
    ],
    [
      item('delivery-lost', { key: 'follow-up:6:1', state: 'doubt', reason: 'lost-answer', status: 500 }),
      'tanggapan ke LAPOR! [follow-up:6:1]: belum pasti sampai (belum pasti; jawaban hilang; HTTP 500)',
      'answer to LAPOR! [follow-up:6:1]: in doubt (in doubt; the answer was lost; HTTP 500)',
    ],
    [
      item('delivery-resolve-found', { key: 'create', state: 'done', reason: null, peerId: '77' }, 'operator'),
      'laporan ke LAPOR! [create]: dinyatakan sudah sampai (nomor 77; oleh petugas)',
      'report to LAPOR! [create]: said to have arrived (number 77; by an operator)',
    ],
    [
      item('delivery-resend', { key: 'create', state: 'ready' }, 'policy'),
      'laporan ke LAPOR! [create]: dikirim lagi walau belum pasti (menurut aturan)',
      'report to LAPOR! [create]: sent again though in doubt (by a rule)',
    ],
    [
      item('alarm-raised', { kind: 'found-twice', detail: '78' }),
      'peringatan (ditemukan dua kali; 78)',
      'alarm (found twice; 78)',
    ],
    [
      item('national-status', { name: 'Selesai', before: 'Proses' }),
      'status LAPOR! (Selesai)',
      'status at LAPOR! (Selesai)',
    ],
  ])('tells %j', (told, id, en) => {
    expect([historyLine('id', told), historyLine('en', told)]).toEqual([id, en]);
  });

  it('shows what LAPOR! calls a status safe for a terminal', () => {
    expect(historyLine('en', item('national-status', { name: 'Selesai\u001b[31m' }))).not.toContain('\u001b');
  });

  it.each(Object.keys(LIFECYCLE.ready))('has words of its own for a delivery that meets %s', (event) => {
    const line = historyLine('en', item(`delivery-${event}` as HistoryEvent));
    expect(line).not.toMatch(/undefined|delivery-/);
  });
});
