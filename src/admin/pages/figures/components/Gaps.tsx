import { createInterpolateElement } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount, formatMoney, formatTime } from '../../../../i18n/format';
import type { Figures } from '../../../../generated/schemas';

/** What the figures cannot know is said: it must not look like 0. */
export function Gaps( { figures }: { figures: Figures } ) {
	const { without_invoice: without, unknown, filling } = figures;
	return (
		<>
			{ without.length > 0 && <Without figures={ figures } /> }
			{ unknown > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of documents. */
						_n(
							'%s document of this period is not in these figures: its amount is not known.',
							'%s documents of this period are not in these figures: their amounts are not known.',
							unknown,
							'orderinvoicer'
						),
						formatCount( unknown )
					) }
					{ filling &&
						` ${ __(
							'They are still being read from Sellsy.',
							'orderinvoicer'
						) }` }
				</p>
			) }
		</>
	);
}

function Without( { figures }: { figures: Figures } ) {
	const { without_invoice: without, without_url: url } = figures;
	const orders = without.reduce( ( sum, one ) => sum + one.orders, 0 );
	const amounts = without
		.map( ( { amount, currency } ) => formatMoney( amount, currency ) )
		.join( ', ' );
	return (
		<p className="orderinvoicer-figures__gap">
			{ createInterpolateElement(
				sprintf(
					/* translators: 1: number of orders, 2: amount of money; <a> leads to the list of orders. */
					_n(
						'<a>%1$s paid order without an invoice</a>, %2$s.',
						'<a>%1$s paid orders without an invoice</a>, %2$s.',
						orders,
						'orderinvoicer'
					),
					formatCount( orders ),
					amounts
				),
				{
					// createInterpolateElement puts the text into it.
					// eslint-disable-next-line jsx-a11y/anchor-has-content
					a: <a href={ url } />,
				}
			) }
		</p>
	);
}

/** Below the cards: how old is what they say of payments. */
export const seenWord = ( { seen_at: at }: Figures ): string =>
	at === null
		? __(
				'Paid and left to pay, credit notes deducted: as the shop says; Sellsy has not been looked at yet.',
				'orderinvoicer'
			)
		: sprintf(
				/* translators: %s: a day and a time. */
				__(
					'Paid and left to pay, credit notes deducted: as seen in Sellsy on %s.',
					'orderinvoicer'
				),
				formatTime( at )
			);
