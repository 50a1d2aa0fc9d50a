import { useEffect, useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount, formatMoney } from '../../../../i18n/format';
import { labelled } from '../../../../i18n/labels';
import type { FigureMoney } from '../../../../generated/schemas';
import { hrefOf } from '../../../useRoute';
import { growth, periodWord } from '../words';
import type { CurrencyProps } from '../types';

type Card = {
	label: string;
	amount: ( money: FigureMoney ) => string;
	count?: ( money: FigureMoney ) => string;
	/** More of it is no good news. */
	isDebt?: boolean;
};

const cards = (): Card[] => [
	{
		label: __( 'Ordered', 'orderinvoicer' ),
		amount: ( { ordered } ) => ordered,
		count: ( { orders } ) =>
			sprintf(
				/* translators: %s: number of orders. */
				_n( '%s order', '%s orders', orders, 'orderinvoicer' ),
				formatCount( orders )
			),
	},
	{
		label: __( 'Invoiced', 'orderinvoicer' ),
		amount: ( { invoiced } ) => invoiced,
		count: ( { invoices } ) =>
			sprintf(
				/* translators: %s: number of invoices. */
				_n( '%s invoice', '%s invoices', invoices, 'orderinvoicer' ),
				formatCount( invoices )
			),
	},
	{
		label: __( 'Credited', 'orderinvoicer' ),
		amount: ( { credited } ) => credited,
		count: ( { credit_notes: notes } ) =>
			sprintf(
				/* translators: %s: number of credit notes. */
				_n(
					'%s credit note',
					'%s credit notes',
					notes,
					'orderinvoicer'
				),
				formatCount( notes )
			),
		isDebt: true,
	},
	{
		label: __( 'Already paid', 'orderinvoicer' ),
		amount: ( { paid } ) => paid,
	},
	{
		label: __( 'To be paid', 'orderinvoicer' ),
		amount: ( { due } ) => due,
		isDebt: true,
	},
];

/** Each leads to the orders of its period. */
export function Cards( { figures, currency, widgets }: CurrencyProps ) {
	const { now, before } = currency;
	const money = ( amount: string ) =>
		formatMoney( amount, currency.currency );
	const href = hrefOf( 'history', figures.period );
	const prevLabel = periodWord( figures.before );
	const label = sprintf(
		/* translators: %s: a period, such as November 2026. */
		__( 'Figures of %s, VAT included', 'orderinvoicer' ),
		periodWord( figures.period )
	);
	const grown = ( { amount }: Pick< Card, 'amount' > ) =>
		growth( amount( now ), amount( before ) );
	const beside = ( { amount }: Card ) => (
		<>
			{ money( amount( now ) ) }
			<small
				className={
					grown( { amount } ) === undefined
						? 'orderinvoicer-figures__before is-first'
						: 'orderinvoicer-figures__before'
				}
			>
				{ labelled( prevLabel, money( amount( before ) ) ) }
			</small>
		</>
	);
	if ( widgets ) {
		const { SummaryList, SummaryNumber } = widgets;
		return (
			<AsLinks>
				<SummaryList label={ label }>
					{ () =>
						cards().map( ( card ) => (
							<SummaryNumber
								key={ card.label }
								label={ nameOf( card, now ) }
								value={ beside( card ) }
								prevLabel={ prevLabel }
								prevValue={ money( card.amount( before ) ) }
								delta={ grown( card ) }
								reverseTrend={ card.isDebt ?? false }
								href={ href }
								hrefType="external"
							/>
						) )
					}
				</SummaryList>
			</AsLinks>
		);
	}
	return (
		<ul className="orderinvoicer-figures__cards" aria-label={ label }>
			{ cards().map( ( card ) => (
				<li key={ card.label }>
					<a href={ href }>
						<span>{ nameOf( card, now ) }</span>
						<strong>{ money( card.amount( now ) ) }</strong>
						<span className="orderinvoicer-muted">
							{ labelled(
								prevLabel,
								money( card.amount( before ) )
							) }
						</span>
					</a>
				</li>
			) ) }
		</ul>
	);
}

/** WooCommerce names a menu what is a list of links, and draws it anew when the window gets another width. */
function AsLinks( { children }: { children: React.ReactNode } ) {
	const area = useRef< HTMLDivElement >( null );
	useEffect( () => {
		const mend = () => {
			area.current
				?.querySelectorAll( '[role="menuitem"]' )
				.forEach( ( item ) => item.removeAttribute( 'role' ) );
			area.current
				?.querySelector( '[role="menu"]' )
				?.setAttribute( 'role', 'group' );
			area.current
				?.querySelector( '[aria-orientation]' )
				?.removeAttribute( 'aria-orientation' );
		};
		const observer = new MutationObserver( mend );
		mend();
		if ( area.current ) {
			observer.observe( area.current, {
				attributeFilter: [ 'role', 'aria-orientation' ],
				childList: true,
				subtree: true,
			} );
		}
		return () => observer.disconnect();
	}, [] );
	return <div ref={ area }>{ children }</div>;
}

/** "Invoiced · 12 invoices" */
const nameOf = ( { label, count }: Card, money: FigureMoney ): string =>
	count ? `${ label } · ${ count( money ) }` : label;
