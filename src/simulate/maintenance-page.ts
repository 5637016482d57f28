import type { Answer } from './answer.ts';

/** What a gateway or web server shows during maintenance: HTML with status 200, whatever `Accept` says (LAPOR! contract, "Errors"). */
export function maintenancePage(): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    body: '<!DOCTYPE html>\n<html lang="id"><head><title>Pemeliharaan</title></head><body><h1>Sistem sedang dalam pemeliharaan</h1><p>Silakan coba beberapa saat lagi.</p></body></html>\n',
  };
}
