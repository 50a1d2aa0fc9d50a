import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import { CredentialsForm } from '../../connection/components/CredentialsForm';
import { StateSection } from '../../connection/components/StateSection';
import { isConnected, lacksRights, type StepProps } from '../progress';
import { stepHref } from '../steps';
import { useFocusWhen } from '../hooks';
import { Rights } from './Rights';
import { StepFrame } from './StepFrame';

export function ConnectStep( {
	draft,
	facts,
	heading,
	connection: model,
	go,
}: StepProps ) {
	const { connection } = facts;
	const isReady = isConnected( facts );
	const isLacking = isReady && lacksRights( facts );
	useFocusWhen( isReady, heading );
	useFocusWhen( ! isReady, heading );
	return (
		<StepFrame
			step="connect"
			heading={ heading }
			title={ titleOf( isReady, isLacking ) }
			intro={ introOf( isReady, isLacking ) }
			next={
				isReady
					? {
							onClick: () => go( stepHref( 'shop' ) ),
							disabled: isLacking,
						}
					: undefined
			}
		>
			{ connection.state !== 'unconfigured' && ! model.areKeysRefused && (
				<StateSection connection={ connection } model={ model } />
			) }
			{ ! isReady && ! connection.from_constants && (
				<Section title={ __( 'Connect Sellsy', 'orderinvoicer' ) }>
					<CredentialsForm
						model={ model }
						redirectUrl={ connection.redirect_url }
						isFirst
					/>
				</Section>
			) }
			{ ( ! isReady || isLacking ) && <Rights form={ draft.form } /> }
		</StepFrame>
	);
}

function titleOf( isReady: boolean, isLacking: boolean ): string {
	if ( isLacking ) {
		return __( 'Connected, but rights are missing', 'orderinvoicer' );
	}
	return isReady
		? __( 'Your Sellsy account is connected', 'orderinvoicer' )
		: __( 'Connect your Sellsy account', 'orderinvoicer' );
}

function introOf( isReady: boolean, isLacking: boolean ): string {
	if ( isLacking ) {
		return __(
			'Without them your documents could not be made. Give them at Sellsy, then test the connection; you go on once they are there.',
			'orderinvoicer'
		);
	}
	return isReady
		? __(
				'Next you choose what your orders become. Nothing is switched on before the last step.',
				'orderinvoicer'
			)
		: __(
				'Sellsy gives this shop two keys of its own. You need a person there who may create an API access; it takes three minutes.',
				'orderinvoicer'
			);
}
