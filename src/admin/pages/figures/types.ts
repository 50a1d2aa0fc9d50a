import type { CurrencyFigures, Figures } from '../../../generated/schemas';
import type { Widgets } from './widgets';

/** By what documents are told apart. */
export type FigureTable = keyof CurrencyFigures[ 'tables' ];

export type CurrencyProps = {
	figures: Figures;
	currency: CurrencyFigures;
	/** WooCommerce's; null: our own. */
	widgets: Widgets | null;
};
