import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { TextField } from '../../../../components/fields';
import { Failure, Message } from '../../../../components/Message';
import { type ConnectionModel, isAtWork } from '../useConnection';
import { AccessSteps } from './AccessSteps';
import { AccessType } from './AccessType';
import { keysRefusedText } from './OutcomeMessage';

type Props = {
	model: ConnectionModel;
	redirectUrl: string;
	/** For those who do this once: what is to be pasted first, and drawings of where to click. */
	isFirst?: boolean;
};

export function CredentialsForm( {
	model,
	redirectUrl,
	isFirst = false,
}: Props ) {
	const { typed, type, connect, saving } = model;
	const isRunning = isAtWork( model );
	const form = useFocusWhenRefused( model.refusals );
	useFocusOnFirst( form, isFirst );
	const steps = (
		<AccessSteps
			type={ typed.type }
			redirectUrl={ redirectUrl }
			isIllustrated={ isFirst }
		/>
	);
	const isComplete =
		typed.client_id.trim() !== '' && typed.client_secret.trim() !== '';
	return (
		<form
			ref={ form }
			className="orderinvoicer-stack"
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( isComplete && ! isRunning ) {
					connect();
				}
			} }
		>
			<AccessType
				value={ typed.type }
				onChange={ ( value ) => type( { type: value } ) }
			/>
			{ ! isFirst && steps }
			<TextField
				label={ __( 'Client ID', 'orderinvoicer' ) }
				value={ typed.client_id }
				onChange={ ( value ) => type( { client_id: value } ) }
				autoComplete="off"
				maxLength={ 255 }
				required
			/>
			<TextField
				label={ __( 'Client secret', 'orderinvoicer' ) }
				type="password"
				value={ typed.client_secret }
				onChange={ ( value ) => type( { client_secret: value } ) }
				autoComplete="new-password"
				maxLength={ 255 }
				required
			/>
			{ saving.status === 'failed' && <Failure error={ saving.error } /> }
			{ saving.status !== 'failed' && model.areKeysRefused && (
				<Message status="error">
					<p>{ keysRefusedText() }</p>
				</Message>
			) }
			<div className="orderinvoicer-actions">
				<Button
					type="submit"
					variant="primary"
					__next40pxDefaultSize
					isBusy={ saving.status === 'running' }
					disabled={ ! isComplete || isRunning }
					accessibleWhenDisabled
				>
					{ typed.type === 'private'
						? __( 'Connect at Sellsy', 'orderinvoicer' )
						: __( 'Connect', 'orderinvoicer' ) }
				</Button>
			</div>
			{ isFirst && steps }
		</form>
	);
}

/**
 * The secret is the one that must be entered again: nobody is shown it a second time. What stands there is selected, to
 * be pasted over.
 */
function useFocusWhenRefused( refusals: number ) {
	const form = useRef< HTMLFormElement >( null );
	const seen = useRef( refusals );
	useEffect( () => {
		if ( seen.current !== refusals ) {
			seen.current = refusals;
			const secret =
				form.current?.querySelector< HTMLInputElement >(
					'[type="password"]'
				);
			secret?.focus();
			secret?.select();
		}
	}, [ refusals ] );
	return form;
}

/** The first one that is empty, unless somebody is somewhere already. */
function useFocusOnFirst(
	form: React.RefObject< HTMLFormElement >,
	isWanted: boolean
): void {
	useEffect( () => {
		const page = form.current?.ownerDocument;
		if ( isWanted && page?.activeElement === page?.body ) {
			[
				...( form.current?.querySelectorAll< HTMLInputElement >(
					'[type="text"], [type="password"]'
				) ?? [] ),
			]
				.find( ( { value } ) => value === '' )
				?.focus();
		}
	}, [ form, isWanted ] );
}
