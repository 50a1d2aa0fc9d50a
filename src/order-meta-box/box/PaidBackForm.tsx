import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { recordPaidBack } from '../../api/actEndpoints';
import { useAction } from '../../api/useAction';
import { SelectField, TextField } from '../../components/fields';
import { Failure } from '../../components/Message';
import type { PartFormProps } from './types';

/** The money of a refund has left: when, and by which way to pay. */
export function PaidBackForm( { part, rowId, onDone }: PartFormProps ) {
	const { choices, chosen, days, amount } = part;
	const [ day, setDay ] = useState( days?.last ?? '' );
	const own = choices.find( ( { value } ) => value === chosen );
	const [ gateway, setGateway ] = useState(
		( own ?? choices[ 0 ] )?.value ?? ''
	);
	const { state, run } = useAction();
	if ( choices.length === 0 ) {
		return null;
	}
	return (
		<form
			className="orderinvoicer-stack"
			onSubmit={ ( event ) => {
				event.preventDefault();
				run( async () => {
					await recordPaidBack( rowId, {
						day,
						gateway,
						confirmed: amount,
					} );
					onDone();
				} );
			} }
		>
			<TextField
				type="date"
				label={ __( 'The money left on', 'orderinvoicer' ) }
				value={ day }
				min={ days?.first }
				max={ days?.last }
				required
				onChange={ setDay }
			/>
			<SelectField
				label={ __( 'By', 'orderinvoicer' ) }
				value={ gateway }
				options={ choices }
				onChange={ setGateway }
			/>
			{ state.status === 'failed' && <Failure error={ state.error } /> }
			<div>
				<Button
					variant="primary"
					type="submit"
					__next40pxDefaultSize
					isBusy={ state.status === 'running' }
					disabled={ state.status === 'running' }
					accessibleWhenDisabled
				>
					{ __( 'Record it in Sellsy', 'orderinvoicer' ) }
				</Button>
			</div>
		</form>
	);
}
