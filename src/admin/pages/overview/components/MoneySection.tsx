import { createInterpolateElement } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { Section } from '../../../../components/Section';
import {
	formatCount,
	formatMoney,
	formatMonth,
	formatTime,
} from '../../../../i18n/format';
import { labelled } from '../../../../i18n/labels';
import type { Money, MonthMoney } from '../../../../generated/schemas';
import { hrefOfHistory, type Place } from '../../history/place';

type MoneySectionProps = { money: Money };

/** This month beside the last one. */
export function MoneySection( { money }: MoneySectionProps ) {
	const isEmpty = money.months.every(
		( { currencies } ) => currencies.length === 0
	);
	return (
		<Section
			title={ __( 'Money', 'orderinvoicer' ) }
			intro={ __(
				'This month and the last one, VAT included. “Already paid” and “To be paid” are what is left of the month’s invoices after credit notes; whether an order is paid is read from the shop, at most a day ago.',
				'orderinvoicer'
			) }
		>
			<Gaps money={ money } />
			{ isEmpty
				? money.filling || (
						<p>
							{ __(
								'Nothing was ordered or invoiced in these two months yet.',
								'orderinvoicer'
							) }
						</p>
					)
				: null }
			{ isEmpty || <MoneyTable money={ money } /> }
		</Section>
	);
}

/** What is not in the figures is said: it must not look like 0. */
function Gaps( {
	money: { filling, pace, unknown, counted_at: at },
}: MoneySectionProps ) {
	return (
		<>
			{ filling && (
				<p>
					{ __(
						'Documents made earlier are still being read from Sellsy: these figures are not complete yet.',
						'orderinvoicer'
					) }
					{ pace && ` ${ pace }` }
				</p>
			) }
			{ ! filling && unknown > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of documents. */
						_n(
							'%s document is not in these figures: its amount or its payment is not known.',
							'%s documents are not in these figures: their amounts or payments are not known.',
							unknown,
							'orderinvoicer'
						),
						formatCount( unknown )
					) }
				</p>
			) }
			{ at !== null && (
				<p className="orderinvoicer-muted">
					{ labelled(
						__( 'Counted', 'orderinvoicer' ),
						formatTime( at )
					) }
				</p>
			) }
		</>
	);
}

type Row = {
	label: string;
	/** Of the month: the orders that make this figure. */
	of: Partial< Place >;
	amount: ( month: MonthMoney ) => string;
	note?: ( month: MonthMoney, draftsUrl: string ) => ReactNode;
};

const rows = (): Row[] => [
	{
		label: __( 'Orders with a document', 'orderinvoicer' ),
		of: {},
		amount: ( { ordered } ) => ordered,
		note: ( { orders } ) =>
			sprintf(
				/* translators: %s: number of orders. */
				_n( '%s order', '%s orders', orders, 'orderinvoicer' ),
				formatCount( orders )
			),
	},
	{
		label: __( 'Invoiced', 'orderinvoicer' ),
		of: { kind: 'invoice' },
		amount: ( { invoiced } ) => invoiced,
		note: ( { invoices, drafts }, url ) =>
			withDrafts(
				sprintf(
					/* translators: %s: number of invoices. */
					_n(
						'%s invoice',
						'%s invoices',
						invoices,
						'orderinvoicer'
					),
					formatCount( invoices )
				),
				drafts,
				url
			),
	},
	{
		label: __( 'Credited', 'orderinvoicer' ),
		of: { kind: 'creditnote' },
		amount: ( { credited } ) => credited,
		note: ( { credit_notes: count, credit_note_drafts: drafts }, url ) =>
			withDrafts(
				sprintf(
					/* translators: %s: number of credit notes. */
					_n(
						'%s credit note',
						'%s credit notes',
						count,
						'orderinvoicer'
					),
					formatCount( count )
				),
				drafts,
				url
			),
	},
	{
		label: __( 'Already paid', 'orderinvoicer' ),
		of: { kind: 'invoice', state: 'paid' },
		amount: ( { paid } ) => paid,
	},
	{
		label: __( 'To be paid', 'orderinvoicer' ),
		of: { kind: 'invoice', state: 'due' },
		amount: ( { open } ) => open,
	},
];

/** Drafts are in no sum. */
function withDrafts(
	final: string,
	drafts: number,
	draftsUrl: string
): ReactNode {
	return drafts === 0
		? final
		: createInterpolateElement(
				/* translators: %s: such as "3 invoices"; <drafts/>: such as "2 drafts". */
				sprintf( __( '%s, and <drafts/>', 'orderinvoicer' ), final ),
				{
					drafts: (
						<a href={ draftsUrl }>
							{ sprintf(
								/* translators: %s: number of drafts. */
								_n(
									'%s draft',
									'%s drafts',
									drafts,
									'orderinvoicer'
								),
								formatCount( drafts )
							) }
						</a>
					),
				}
			);
}

/** Its first day and its last. */
const daysOf = ( month: string ): { from: string; until: string } => {
	const [ year = 0, number = 0 ] = month.split( '-' ).map( Number );
	const last = new Date( Date.UTC( year, number, 0 ) ).getUTCDate();
	return { from: `${ month }-01`, until: `${ month }-${ last }` };
};

/** One line for each currency: they are never added together. */
function MoneyTable( {
	money: { months, drafts_url: draftsUrl },
}: MoneySectionProps ) {
	return (
		<table className="orderinvoicer-money">
			<thead>
				<tr>
					<td />
					{ months.map( ( { month } ) => (
						<th key={ month } scope="col">
							{ formatMonth( month ) }
						</th>
					) ) }
				</tr>
			</thead>
			<tbody>
				{ rows().map( ( { label, of, amount, note } ) => (
					<tr key={ label }>
						<th scope="row">{ label }</th>
						{ months.map( ( { month, currencies } ) => (
							<td key={ month }>
								{ currencies.length === 0 &&
									__( 'nothing', 'orderinvoicer' ) }
								{ currencies.map( ( figures ) => (
									<p key={ figures.currency }>
										<a
											href={ hrefOfHistory( {
												...of,
												...daysOf( month ),
											} ) }
										>
											<strong>
												{ formatMoney(
													amount( figures ),
													figures.currency
												) }
											</strong>
										</a>
										{ note && (
											<span className="orderinvoicer-muted">
												{ note( figures, draftsUrl ) }
											</span>
										) }
									</p>
								) ) }
							</td>
						) ) }
					</tr>
				) ) }
			</tbody>
		</table>
	);
}
