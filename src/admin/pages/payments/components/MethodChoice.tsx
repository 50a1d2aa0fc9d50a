import { Button } from '@wordpress/components';
import { __, _x, sprintf } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import {
	ProposedNote,
	proposalText,
} from '../../../../components/mapping/preselected';
import type { PaymentMethods } from '../../../../generated/schemas';
import type { GatewayRow } from '../methods';

type MethodChoiceProps = {
	row: GatewayRow;
	methods: PaymentMethods[ 'methods' ];
	onChange: ( methodId: number | null ) => void;
};

/** The payment method of Sellsy for one way to pay. */
export function MethodChoice( { row, methods, onChange }: MethodChoiceProps ) {
	const { methodId, proposal, isProposed, title } = row;
	return (
		<div className="orderinvoicer-stack orderinvoicer-stack--tight">
			<SelectField
				label={ sprintf(
					/* translators: %s: name of a payment gateway of the shop. */
					__( 'Sellsy payment method for %s', 'orderinvoicer' ),
					title
				) }
				hideLabelFromVision
				value={ methodId === null ? '' : String( methodId ) }
				options={ optionsOf( methodId, methods ) }
				onChange={ ( chosen ) =>
					onChange( chosen === '' ? null : Number( chosen ) )
				}
			/>
			{ isProposed && (
				<ProposedNote
					label={ title }
					onUndo={ () => onChange( null ) }
				/>
			) }
			{ proposal && (
				<p className="orderinvoicer-proposal">
					{ proposalText(
						labelOf( proposal.methodId, methods ),
						proposal.isCertain
					) }{ ' ' }
					<Button
						variant="link"
						onClick={ () => onChange( proposal.methodId ) }
					>
						{ __( 'Use it', 'orderinvoicer' ) }
					</Button>
				</p>
			) }
		</div>
	);
}

function optionsOf(
	methodId: number | null,
	methods: PaymentMethods[ 'methods' ]
) {
	const ids = methods.map( ( { id } ) => id );
	const shown =
		methodId === null || ids.includes( methodId )
			? ids
			: [ ...ids, methodId ];
	return [
		{
			value: '',
			label: _x( 'Not set', 'payment method', 'orderinvoicer' ),
		},
		...shown.map( ( id ) => ( {
			value: String( id ),
			label: labelOf( id, methods ),
		} ) ),
	];
}

const labelOf = ( id: number, methods: PaymentMethods[ 'methods' ] ): string =>
	methods.find( ( method ) => method.id === id )?.label ??
	sprintf(
		/* translators: %d: number of an object at Sellsy. */
		__( 'No. %d at Sellsy', 'orderinvoicer' ),
		id
	);
