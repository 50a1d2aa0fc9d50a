import { Button, Modal } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { getCandidates } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import { RadioField } from '../../../../components/fields';
import { ResourceView } from '../../../../components/ResourceView';
import type {
	CustomerCandidate,
	CustomerChoice,
	Sync,
} from '../../../../schemas/syncs';

type CustomerModalProps = {
	sync: Sync;
	onChoose: ( customer: CustomerChoice ) => void;
	onClose: () => void;
};

export function CustomerModal( {
	sync,
	onChoose,
	onClose,
}: CustomerModalProps ) {
	const load = useCallback(
		( signal: AbortSignal ) => getCandidates( sync.id, signal ),
		[ sync.id ]
	);
	const view = useResource( load );
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: number of an order. */
				__( 'Customer of order %s', 'orderinvoicer' ),
				sync.order.number
			) }
			onRequestClose={ onClose }
			size="medium"
		>
			<ResourceView
				view={ view }
				loadingLabel={ __( 'Asking Sellsy…', 'orderinvoicer' ) }
			>
				{ ( candidates ) => (
					<Candidates
						candidates={ candidates }
						onChoose={ onChoose }
						onClose={ onClose }
					/>
				) }
			</ResourceView>
		</Modal>
	);
}

type CandidatesProps = Omit< CustomerModalProps, 'sync' > & {
	candidates: CustomerCandidate[];
};

function Candidates( { candidates, onChoose, onClose }: CandidatesProps ) {
	const [ key, setKey ] = useState( '' );
	const chosen = candidates.find( ( c ) => keyOf( c ) === key );
	if ( candidates.length === 0 ) {
		return (
			<p>
				{ __(
					'Sellsy finds none of these customers any more. Close this and retry the order.',
					'orderinvoicer'
				) }
			</p>
		);
	}
	return (
		<div className="orderinvoicer-stack">
			<RadioField
				label={ __( 'Invoice this order to', 'orderinvoicer' ) }
				help={ __(
					'Your choice is remembered for later orders of the same customer.',
					'orderinvoicer'
				) }
				value={ key }
				options={ candidates.map( ( candidate ) => ( {
					value: keyOf( candidate ),
					label: candidate.name,
					description: detailOf( candidate ),
				} ) ) }
				onChange={ setKey }
			/>
			<div className="orderinvoicer-actions orderinvoicer-actions--end">
				<Button
					variant="tertiary"
					__next40pxDefaultSize
					onClick={ onClose }
				>
					{ __( 'Cancel', 'orderinvoicer' ) }
				</Button>
				<Button
					variant="primary"
					__next40pxDefaultSize
					disabled={ ! chosen }
					accessibleWhenDisabled
					onClick={ () =>
						chosen &&
						onChoose( { type: chosen.type, id: chosen.id } )
					}
				>
					{ __( 'Use this customer', 'orderinvoicer' ) }
				</Button>
			</div>
		</div>
	);
}

const keyOf = ( { type, id }: CustomerChoice ): string => `${ type }-${ id }`;

const detailOf = ( candidate: CustomerCandidate ): string =>
	[
		candidate.type === 'company'
			? __( 'Company', 'orderinvoicer' )
			: __( 'Individual', 'orderinvoicer' ),
		candidate.email,
		candidate.reference,
		candidate.siret,
		candidate.vat_number,
	]
		.filter( Boolean )
		.join( ' · ' );
