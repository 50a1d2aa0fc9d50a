import { Button, ExternalLink } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { TextField } from '../../../../components/fields';
import { Failure } from '../../../../components/Message';
import type { ConnectionModel } from '../useConnection';

/** Where Sellsy lets an account create its API access. */
const SELLSY_PORTAL = 'https://www.sellsy.fr/developer/api-v2';

export function CredentialsForm( { model }: { model: ConnectionModel } ) {
	const { typed, type, connect, saving } = model;
	const isRunning = saving.status === 'running';
	const isComplete =
		typed.client_id.trim() !== '' && typed.client_secret.trim() !== '';
	return (
		<form
			className="orderinvoicer-stack"
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( isComplete ) {
					connect();
				}
			} }
		>
			<ol className="orderinvoicer-steps">
				<li>
					{ __(
						'In Sellsy, open Settings › Developer portal › API V2.',
						'orderinvoicer'
					) }{ ' ' }
					<ExternalLink href={ SELLSY_PORTAL }>
						{ __( 'Open that page', 'orderinvoicer' ) }
					</ExternalLink>
				</li>
				<li>
					{ __(
						'Create a personal access as an administrator, or as somebody who may create clients, contacts, products and invoices.',
						'orderinvoicer'
					) }
				</li>
				<li>
					{ __(
						'Copy its two keys here. The secret is stored encrypted and never shown again.',
						'orderinvoicer'
					) }
				</li>
			</ol>
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
			<div className="orderinvoicer-actions">
				<Button
					type="submit"
					variant="primary"
					__next40pxDefaultSize
					isBusy={ isRunning }
					disabled={ ! isComplete || isRunning }
					accessibleWhenDisabled
				>
					{ __( 'Connect', 'orderinvoicer' ) }
				</Button>
			</div>
		</form>
	);
}
