import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import type { Right } from '../../../../generated/schemas';

/** Which rights are missing, and which nobody can see yet; good news only where all were seen. */
export function SeenRights( { rights }: { rights: readonly Right[] } ) {
	const missing = rights.filter( ( { state } ) => state === 'missing' );
	const unseen = rights.filter( ( { state } ) => state === 'unseen' );
	return (
		<>
			{ missing.length > 0 && <Missing rights={ missing } /> }
			{ unseen.length > 0 && <Unseen rights={ unseen } /> }
			{ missing.length + unseen.length === 0 && (
				<>
					<p>
						{ __(
							'Every right that is needed was seen.',
							'orderinvoicer'
						) }
					</p>
					<p>
						{ __(
							'That is what the access allows. What was done with it already, “Is my Sellsy account fine?” under Diagnostics says.',
							'orderinvoicer'
						) }
					</p>
				</>
			) }
		</>
	);
}

const Missing = ( { rights }: { rights: readonly Right[] } ) => (
	<Message status="warning">
		<p>
			<strong>
				{ __( 'Rights are missing at Sellsy:', 'orderinvoicer' ) }
			</strong>
		</p>
		<ul className="orderinvoicer-list">
			{ rights.map( ( { right, scope, text, next_step: nextStep } ) => (
				<li key={ right }>
					{ text } <code>{ scope }</code>
					<br />
					{ nextStep }
				</li>
			) ) }
		</ul>
	</Message>
);

/** What comes of them stands in one sentence: they have the same next step. */
const Unseen = ( { rights }: { rights: readonly Right[] } ) => (
	<Message status="info">
		<p>
			{ __(
				'Not seen yet; these show themselves with the first document that needs them:',
				'orderinvoicer'
			) }
		</p>
		<p className="orderinvoicer-codes">
			{ [ ...new Set( rights.map( ( { scope } ) => scope ) ) ].map(
				( scope ) => (
					<code key={ scope }>{ scope }</code>
				)
			) }
		</p>
	</Message>
);
