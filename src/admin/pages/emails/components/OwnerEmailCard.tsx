import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { OwnerEmail } from '../../../../schemas/emails';
import type { EmailTest } from '../useTest';

type OwnerEmailCardProps = { email: OwnerEmail; test: EmailTest };

export function OwnerEmailCard( { email, test }: OwnerEmailCardProps ) {
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
