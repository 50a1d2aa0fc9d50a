import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import {
	Failure,
	Message,
	ProblemMessage,
} from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';
import type { Settings } from '../../../../generated/schemas';
import { kindWord } from '../../../settings/kinds';
import { hrefOf } from '../../../useRoute';
import { Progress } from '../../orders/components/Progress';
import { useDryRun } from '../../orders/dryRun';
import {
	type CaughtUp,
	type Missed,
	missedOf,
	ordersOf,
	useCatchUp,
} from '../catchUp';

type CatchUpProps = { settings: Settings; onChanged: () => void };

/**
 * Orders that were paid (or whatever their trigger is) before it was switched on. Nothing is made without being asked.
 */
export function CatchUp( { settings, onChanged }: CatchUpProps ) {
	const look = useDryRun();
	const { walk, start, resume } = useCatchUp();
	const first = useRef( look.start );
	useEffect( () => first.current(), [] );
	useEffect( () => {
		if ( walk.status === 'done' ) {
			onChanged();
		}
	}, [ walk.status, onChanged ] );
	const title = __( 'Orders that were too early', 'orderinvoicer' );
	const missed =
		look.walk.status === 'done'
			? missedOf( look.walk.data.orders, settings )
			: [];
	if ( missed.length === 0 ) {
		return <CouldNotLook title={ title } look={ look } />;
	}
	return (
		<Section
			title={ title }
			intro={ sprintf(
				/* translators: %s: number of orders. */
				_n(
					'%s order since the start date is already that far, and nothing was made of it. You can have it done now.',
					'%s orders since the start date are already that far, and nothing was made of them. You can have it done now.',
					ordersOf( missed ),
					'orderinvoicer'
				),
				formatCount( ordersOf( missed ) )
			) }
		>
			<MissedList missed={ missed } />
			<Offer
				missed={ missed }
				isOpen={ walk.status === 'idle' }
				onStart={ start }
			/>
			{ walk.status === 'running' && (
				<Progress
					label={ __( 'Documents being made', 'orderinvoicer' ) }
					percent={
						100 * ( 1 - walk.data.left.length / missed.length )
					}
				>
					{ sprintf(
						/* translators: %s: number of documents. */
						__( 'Documents made: %s', 'orderinvoicer' ),
						formatCount( walk.data.made )
					) }
				</Progress>
			) }
			{ walk.status === 'failed' && (
				<Failure error={ walk.error } onRetry={ resume } />
			) }
			{ walk.status === 'done' && <Outcome caughtUp={ walk.data } /> }
		</Section>
	);
}

type CouldNotLookProps = {
	title: string;
	look: ReturnType< typeof useDryRun >;
};

/** Silence would say that there are none, and nothing else makes their documents. */
function CouldNotLook( { title, look: { walk, resume } }: CouldNotLookProps ) {
	if ( walk.status === 'failed' ) {
		return (
			<Section title={ title }>
				<Failure error={ walk.error } onRetry={ resume } />
			</Section>
		);
	}
	return walk.status === 'done' && walk.data.problem ? (
		<Section title={ title }>
			<ProblemMessage problem={ walk.data.problem } />
		</Section>
	) : null;
}

const MissedList = ( { missed }: { missed: Missed[] } ) => (
	<ul className="orderinvoicer-list">
		{ missed.map( ( { order, kind } ) => (
			<li key={ `${ order.id } ${ kind }` }>
				<a href={ order.edit_url }>
					{ sprintf(
						/* translators: %s: number of an order. */
						__( 'Order %s', 'orderinvoicer' ),
						order.number
					) }
				</a>
				{ ` – ${ kindWord( kind ) }` }
			</li>
		) ) }
	</ul>
);

type OfferProps = {
	missed: Missed[];
	isOpen: boolean;
	onStart: ( missed: Missed[] ) => void;
};

/** Stays when it was taken: the focus comes back to it. */
function Offer( { missed, isOpen, onStart }: OfferProps ) {
	const [ isAsking, setIsAsking ] = useState( false );
	const label = __( 'Make these documents now', 'orderinvoicer' );
	return (
		<div className="orderinvoicer-actions">
			<Button
				variant="secondary"
				__next40pxDefaultSize
				disabled={ ! isOpen }
				accessibleWhenDisabled
				onClick={ () => setIsAsking( true ) }
			>
				{ label }
			</Button>
			{ isAsking && (
				<ConfirmModal
					title={ __( 'Make these documents?', 'orderinvoicer' ) }
					confirmLabel={ label }
					onCancel={ () => setIsAsking( false ) }
					onConfirm={ () => {
						setIsAsking( false );
						onStart( missed );
					} }
				>
					<p>
						{ __(
							'They are made in Sellsy as you set it. What becomes final is there to stay: a mistake is put right by a further document, such as a credit note.',
							'orderinvoicer'
						) }
					</p>
				</ConfirmModal>
			) }
		</div>
	);
}

function Outcome( { caughtUp: { made, others } }: { caughtUp: CaughtUp } ) {
	return (
		<Message status={ others > 0 ? 'warning' : 'success' }>
			<p>
				{ sprintf(
					/* translators: %s: number of documents. */
					_n(
						'%s document was made.',
						'%s documents were made.',
						made,
						'orderinvoicer'
					),
					formatCount( made )
				) }
			</p>
			{ others > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of documents. */
						__(
							'Not made, or not yet: %s. The log says why.',
							'orderinvoicer'
						),
						formatCount( others )
					) }{ ' ' }
					<a href={ hrefOf( 'history' ) }>
						{ __( 'Open the log', 'orderinvoicer' ) }
					</a>
				</p>
			) }
		</Message>
	);
}
