import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Failure, Message } from '../../../../components/Message';
import type { OwnerEmail } from '../../../../generated/schemas';
import { type EmailTest, useTest } from '../useTest';

export function OwnerEmailCard( { email }: { email: OwnerEmail } ) {
	const test = useTest();
	const isRunning = test.state.status === 'running';
	return (
		<li className="orderinvoicer-cause">
			<h4>
				{ email.title }{ ' ' }
				<span
					className={ `orderinvoicer-badge ${
						email.enabled ? 'is-done' : 'is-skipped'
					}` }
				>
					{ email.enabled
						? __( 'On', 'orderinvoicer' )
						: __( 'Off', 'orderinvoicer' ) }
				</span>
			</h4>
			<p>{ whatItIs( email.id ) }</p>
			<p className="orderinvoicer-muted">
				{ email.recipients === ''
					? __(
							'To nobody: no valid address is set.',
							'orderinvoicer'
						)
					: sprintf(
							/* translators: %s: e-mail addresses. */
							__( 'To %s', 'orderinvoicer' ),
							email.recipients
						) }
			</p>
			<div className="orderinvoicer-actions">
				<Button variant="secondary" size="compact" href={ email.url }>
					{ email.enabled
						? __( 'Change in WooCommerce', 'orderinvoicer' )
						: __( 'Switch on in WooCommerce', 'orderinvoicer' ) }
					<span className="screen-reader-text">
						{ ` (${ email.title })` }
					</span>
				</Button>
				<Button
					variant="tertiary"
					size="compact"
					disabled={ isRunning }
					accessibleWhenDisabled
					onClick={ () => test.test( email.id ) }
				>
					{ __( 'Send me a test', 'orderinvoicer' ) }
					<span className="screen-reader-text">
						{ ` (${ email.title })` }
					</span>
				</Button>
			</div>
			<Outcome test={ test } />
		</li>
	);
}

function whatItIs( id: OwnerEmail[ 'id' ] ): string {
	switch ( id ) {
		case 'orderinvoicer_standstill':
			return __(
				'At once when no documents can be made any more, and when work goes on: access lost, a right missing, a copied site, Sellsy away for an hour. Once per cause, not once per order.',
				'orderinvoicer'
			);
		case 'orderinvoicer_digest':
			return __(
				'Once a day, what needs you: by cause, with what to do and a link to where it is done.',
				'orderinvoicer'
			);
	}
}

function Outcome( { test: { state, tested } }: { test: EmailTest } ) {
	if ( state.status === 'failed' ) {
		return <Failure error={ state.error } />;
	}
	if ( tested === null ) {
		return null;
	}
	return tested.sent ? (
		<Message status="success">
			<p>
				{ sprintf(
					/* translators: %s: e-mail address. */
					__(
						'Example sent to %s. Nothing there? Look into the spam folder, then ask your host.',
						'orderinvoicer'
					),
					tested.to
				) }
			</p>
		</Message>
	) : (
		<Message status="error">
			<p>
				{ sprintf(
					/* translators: %s: e-mail address. */
					__(
						'This site could not send it to %s. Check the address in your profile; if it is right, the site cannot send e-mails at all: ask your host, or use a plugin that sends through a mail service.',
						'orderinvoicer'
					),
					tested.to
				) }
			</p>
		</Message>
	);
}
