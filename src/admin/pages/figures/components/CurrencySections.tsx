import { __, sprintf } from '@wordpress/i18n';
import type { CurrencyProps, FigureTable } from '../types';
import { Cards } from './Cards';
import { DaysSection } from './DaysSection';
import { seenWord } from './Gaps';
import { TableSection } from './TableSection';

const TABLES: readonly FigureTable[] = [
	'rates',
	'gateways',
	'countries',
	'buyers',
];

/** Currencies are never added together: the shop's own is shown, the others wait to be unfolded. */
export function CurrencySections( props: CurrencyProps ) {
	const { figures, currency } = props;
	const name = sprintf(
		/* translators: %s: code of a currency, such as USD. */
		__( 'In %s', 'orderinvoicer' ),
		currency.currency
	);
	if ( currency !== figures.currencies[ 0 ] ) {
		return (
			<details className="orderinvoicer-figures__other">
				<summary>{ name }</summary>
				<Sections { ...props } />
			</details>
		);
	}
	return (
		<>
			{ figures.currencies.length > 1 && <h3>{ name }</h3> }
			<Sections { ...props } />
		</>
	);
}

function Sections( props: CurrencyProps ) {
	return (
		<div className="orderinvoicer-stack">
			<Cards { ...props } />
			<p className="orderinvoicer-muted">
				<span>{ __( 'Amounts include VAT.', 'orderinvoicer' ) }</span>{ ' ' }
				<span>{ seenWord( props.figures ) }</span>
			</p>
			<DaysSection { ...props } />
			{ TABLES.map( ( table ) => (
				<TableSection key={ table } table={ table } { ...props } />
			) ) }
		</div>
	);
}
