import type { CurrencyFigures } from '../../../generated/schemas';

/** By what documents are told apart. */
export type FigureTable = keyof CurrencyFigures[ 'tables' ];
