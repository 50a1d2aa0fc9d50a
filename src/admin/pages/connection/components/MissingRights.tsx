import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import type { ConnectionReport } from '../../../../schemas/connection';

export function MissingRights( {
	rights,
}: {
	rights: ConnectionReport[ 'missing_rights' ];
} ) {
	if ( rights.length === 0 ) {
		return (
			<p>
				{ __(
					'No right is missing, as far as this can be seen without writing anything at Sellsy.',
					'orderinvoicer'
				) }
			</p>
		);
	}
	return (
		<Message status="warning">
			<p>
				<strong>
					{ __( 'Rights are missing at Sellsy:', 'orderinvoicer' ) }
				</strong>
			</p>
			<ul className="orderinvoicer-list">
				{ rights.map( ( { scope, text, next_step: nextStep } ) => (
					<li key={ scope }>
						{ text } <code>{ scope }</code>
						<br />
						{ nextStep }
					</li>
				) ) }
			</ul>
		</Message>
	);
}
