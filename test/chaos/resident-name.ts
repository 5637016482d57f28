/** The name of the resident who files report number `index`: found again in any bytes, as `RESIDENT` finds it. */
export function residentName(index: number): string {
  return `Zukrafil${index} Wexanto`;
}

export const RESIDENT = /zukrafil(\d+)|wexanto/gi;
