import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import {
	Failure,
	Message,
	ProblemMessage,
} from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';
import type { Shop } from '../../../../generated/schemas';
import { hrefOf } from '../../../useRoute';
import {
	countOf,
	DRY_RUN_ORDERS,
	type Tried,
	triedPercent,
	useDryRun,
} from '../dryRun';
import { DryRunTable } from './DryRunTable';
import { Progress } from './Progress';

type DryRunSectionProps = { shop: Shop; isDirty: boolean };

export function DryRunSection( { shop, isDirty }: DryRunSectionProps ) {
	const { walk, start } = useDryRun();
	return (
		<Section
			title={ __( 'Dry run', 'orderinvoicer' ) }
			intro={ sprintf(
				/* translators: %s: number of orders. */
				__(
					'Shows what the settings make of your last %s orders: which documents, with which totals, and what would stop. Nothing is created, neither here nor in Sellsy.',
					'orderinvoicer'
				),
				formatCount( DRY_RUN_ORDERS )
			) }
		>
			{ isDirty && (
				<Message status="warning">
					<p>
						{ __(
							'Your changes are not saved yet: the dry run uses the saved settings.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) }
			<div className="orderinvoicer-actions">
				<Button
					variant="secondary"
					__next40pxDefaultSize
					disabled={ walk.status === 'running' }
					accessibleWhenDisabled
					onClick={ start }
				>
					{ walk.status === 'idle'
						? __( 'Start the dry run', 'orderinvoicer' )
						: __( 'Run again', 'orderinvoicer' ) }
				</Button>
			</div>
			{ walk.status === 'running' && (
				<Progress
					label={ __( 'Progress of the dry run', 'orderinvoicer' ) }
					percent={ triedPercent( walk.data ) }
				>
					{ sprintf(
						/* translators: %s: number of orders. */
						__( 'Orders looked at: %s', 'orderinvoicer' ),
						formatCount( walk.data.orders.length )
					) }
				</Progress>
			) }
			{ walk.status === 'failed' && (
				<Failure error={ walk.error } onRetry={ start } />
			) }
			{ walk.status === 'done' && <Summary tried={ walk.data } /> }
			{ walk.status !== 'idle' && (
				<DryRunTable orders={ walk.data.orders } shop={ shop } />
			) }
		</Section>
	);
}

function Summary( { tried: { orders, problem } }: { tried: Tried } ) {
	if ( problem ) {
		return <ProblemMessage problem={ problem } />;
	}
	if ( orders.length === 0 ) {
		return <p>{ __( 'This shop has no orders yet.', 'orderinvoicer' ) }</p>;
	}
	if ( orders.every( ( { documents } ) => documents.length === 0 ) ) {
		return (
			<p>
				<a href={ hrefOf( 'documents' ) }>
					{ __(
						'Switch on a kind of document under Documents first.',
						'orderinvoicer'
					) }
				</a>
			</p>
		);
	}
	const needing = countOf( orders, 'needs_you' );
	const nothing = countOf( orders, 'nothing' );
	return (
		<Message status={ needing > 0 ? 'warning' : 'success' }>
			<p>
				<strong>
					{ sprintf(
						/* translators: 1: number of orders, 2: number of all orders. */
						__(
							'%1$s of %2$s orders would be invoiced to the cent.',
							'orderinvoicer'
						),
						formatCount( countOf( orders, 'exact' ) ),
						formatCount( orders.length )
					) }
				</strong>
			</p>
			{ needing > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of orders. */
						__( 'Orders that need you: %s', 'orderinvoicer' ),
						formatCount( needing )
					) }
				</p>
			) }
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
			<p>{ __( 'Nothing was created.', 'orderinvoicer' ) }</p>
		</Message>
	);
}
