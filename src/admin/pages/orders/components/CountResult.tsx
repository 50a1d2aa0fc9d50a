import { __, _n, sprintf } from '@wordpress/i18n';
import {
	Failure,
	Message,
	ProblemMessage,
} from '../../../../components/Message';
import { formatCount } from '../../../../i18n/format';
import { type Counted, countedPercent } from '../count';
import type { Walk } from '../useWalk';
import { Progress } from './Progress';

type CountResultProps = { walk: Walk< Counted >; onRetry: () => void };

export function CountResult( { walk, onRetry }: CountResultProps ) {
	switch ( walk.status ) {
		case 'idle':
		case 'stopped':
			return null;
		case 'running':
			return (
				<Progress
					label={ __( 'Progress of the count', 'orderinvoicer' ) }
					percent={ countedPercent( walk.data ) }
				>
					{ sprintf(
						/* translators: %s: number of orders. */
						__( 'Orders looked at: %s', 'orderinvoicer' ),
						formatCount( walk.data.lookedAt )
					) }
				</Progress>
			);
		case 'failed':
			return <Failure error={ walk.error } onRetry={ onRetry } />;
		case 'done':
			return <Sum counted={ walk.data } />;
	}
}

function Sum( { counted }: { counted: Counted } ) {
	const { orders, withDocuments, wouldStop, problems, problem } = counted;
	if ( problem ) {
		return <ProblemMessage problem={ problem } />;
	}
	return (
		<Message status={ wouldStop > 0 ? 'warning' : 'info' }>
			<p>
				<strong>{ ordersText( orders ?? 0 ) }</strong>
			</p>
			{ withDocuments > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of orders. */
						__(
							'Of these have a document already, which stays as it is: %s',
							'orderinvoicer'
						),
						formatCount( withDocuments )
					) }
				</p>
			) }
			{ problems.map( ( met ) => (
				<p key={ met.problem.code }>
					{ sprintf(
						/* translators: 1: number of orders, 2: sentences that say why. */
						__( 'Would stop: %1$s. %2$s', 'orderinvoicer' ),
						formatCount( met.orders ),
						`${ met.problem.text } ${ met.problem.next_step }`
					) }
				</p>
			) ) }
		</Message>
	);
}

export const ordersText = ( orders: number ): string =>
	orders === 0
		? __( 'No order fits this choice.', 'orderinvoicer' )
		: sprintf(
				/* translators: %s: number of orders. */
				_n(
					'%s order fits this choice.',
					'%s orders fit this choice.',
					orders,
					'orderinvoicer'
				),
				formatCount( orders )
			);
