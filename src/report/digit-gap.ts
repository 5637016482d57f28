/**
 * What people put between the digits of a number: blanks, line ends, dots, dashes, brackets; in folded text, so never an ASCII
 * letter. Classes of Unicode letters would be more exact here, and take a hundred times as long to compile.
 */
export const DIGIT_GAP = '[^0-9a-z]{0,5}';
