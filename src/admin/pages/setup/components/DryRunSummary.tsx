import { __, _n, sprintf } from '@wordpress/i18n';
import { Message, ProblemMessage } from '../../../../components/Message';
import { formatCount } from '../../../../i18n/format';
import { countOf, type Tried } from '../../orders/dryRun';
import { type Cause, causesOf, fixOf } from '../fixes';

/** What stops few orders can be read on them. */
const MOST_CAUSES = 5;

type DryRunSummaryProps = {
	tried: Tried;
	/** Not where a person stopped it. */
	isWhole: boolean;
};

export function DryRunSummary( {
	tried: { orders, problem },
	isWhole,
}: DryRunSummaryProps ) {
	if ( problem ) {
		const fix = fixOf( problem );
		return (
			<ProblemMessage
				problem={ problem }
				actions={ fix && <a href={ fix.href }>{ fix.label }</a> }
			/>
		);
	}
	if ( orders.length === 0 ) {
		return <NoOrders isWhole={ isWhole } />;
	}
	const nothing = countOf( orders, 'nothing' );
	const causes = causesOf( orders );
	return (
		<Message status={ statusOf( orders, nothing ) }>
			<p>
				<strong>{ verdictText( orders, nothing ) }</strong>
			</p>
			{ nothing > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of orders. */
						__(
							'Orders that have their documents already, or are not that far yet: %s',
							'orderinvoicer'
						),
						formatCount( nothing )
					) }
				</p>
			) }
			{ causes.length > 0 && (
				<ul className="orderinvoicer-causes">
					{ causes.slice( 0, MOST_CAUSES ).map( ( cause ) => (
						<CauseItem key={ cause.problem.text } cause={ cause } />
					) ) }
					{ causes.length > MOST_CAUSES && (
						<li>
							{ sprintf(
								/* translators: %s: number of reasons. */
								__(
									'Further reasons, each on its order below: %s',
									'orderinvoicer'
								),
								formatCount( causes.length - MOST_CAUSES )
							) }
						</li>
					) }
				</ul>
			) }
			<p>{ __( 'Nothing was created.', 'orderinvoicer' ) }</p>
		</Message>
	);
}

/** Where nothing was compared, nothing went well either. */
function statusOf( orders: Tried[ 'orders' ], nothing: number ) {
	if ( countOf( orders, 'needs_you' ) > 0 ) {
		return 'warning';
	}
	return nothing === orders.length ? 'info' : 'success';
}

/** Of those that are far enough: an order that waits for its payment is no failure. */
function verdictText( orders: Tried[ 'orders' ], nothing: number ): string {
	const due = orders.length - nothing;
	return due === 0
		? __(
				'None of these orders is due for a document, so there is nothing to compare.',
				'orderinvoicer'
			)
		: sprintf(
				/* translators: 1: number of orders, 2: number of all orders. */
				_n(
					'%1$s of %2$s order would be exact to the cent.',
					'%1$s of %2$s orders would be exact to the cent.',
					due,
					'orderinvoicer'
				),
				formatCount( countOf( orders, 'exact' ) ),
				formatCount( due )
			);
}

function NoOrders( { isWhole }: { isWhole: boolean } ) {
	return (
		<p>
			{ isWhole
				? __(
						'This shop has no orders yet: there is nothing to try. The first one will be made as you set it.',
						'orderinvoicer'
					)
				: __(
						'Stopped before the first order was looked at.',
						'orderinvoicer'
					) }
		</p>
	);
}

function CauseItem( { cause: { problem, orders } }: { cause: Cause } ) {
	const fix = fixOf( problem );
	return (
		<li>
			{ sprintf(
				/* translators: 1: number of orders, 2: why they would stop. */
				_n(
					'%1$s order would stop: %2$s',
					'%1$s orders would stop: %2$s',
					orders,
					'orderinvoicer'
				),
				formatCount( orders ),
				problem.text
			) }{ ' ' }
			{ fix ? <a href={ fix.href }>{ fix.label }</a> : problem.next_step }
		</li>
	);
}
