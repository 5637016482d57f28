import type { WriteBack } from '../local-system.ts';

/**
 * Body of `PATCH /pengaduan/{id}` (local contract, section 1). What we do not know yet or leave alone is left out: `null`
 * would erase what stands there.
 */
export function writeBackBody(values: WriteBack): Readonly<Record<string, string>> {
  return {
    lapor_id: values.nationalId,
    ...(values.nationalStatus === null ? {} : { lapor_status: values.nationalStatus }),
    lapor_url: values.nationalUrl,
    ...(values.localStatus === null ? {} : { status: values.localStatus }),
  };
}
