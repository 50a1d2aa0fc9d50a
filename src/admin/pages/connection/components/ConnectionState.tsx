import { __, sprintf } from '@wordpress/i18n';
import {
	Failure,
	Message,
	ProblemMessage,
} from '../../../../components/Message';
import { Loading } from '../../../../components/Loading';
import type { Connection } from '../../../../generated/schemas';
import type { ConnectionModel } from '../useConnection';

type Props = { connection: Connection; testing: ConnectionModel[ 'testing' ] };

/** Never says "connected" before Sellsy did. */
export function ConnectionState( { connection, testing }: Props ) {
	if ( testing.status === 'running' ) {
		return <Loading label={ __( 'Asking Sellsy…', 'orderinvoicer' ) } />;
	}
	if ( testing.status === 'failed' ) {
		return <Failure error={ testing.error } />;
	}
	switch ( connection.state ) {
		case 'connected':
			return <Connected connection={ connection } />;
		case 'unknown':
		case 'refused':
			return connection.problem ? (
				<ProblemMessage problem={ connection.problem } />
			) : (
				<Untested isRefused={ connection.state === 'refused' } />
			);
		case 'to_authorise':
			return connection.problem ? (
				<ProblemMessage problem={ connection.problem } />
			) : (
				<Message status="warning">
					<p>
						{ __(
							'One step is missing: Sellsy must ask you for permission. Continue at Sellsy and allow the access there.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			);
		case 'unconfigured':
			return (
				<p>
					{ __(
						'This shop is not connected to Sellsy yet.',
						'orderinvoicer'
					) }
				</p>
			);
	}
}

/** Green only where every right was seen. */
function Connected( {
	connection: { account, staff, rights },
}: {
	connection: Connection;
} ) {
	return (
		<Message
			status={
				rights.every( ( { state } ) => state === 'seen' )
					? 'success'
					: 'info'
			}
		>
			<p>
				<strong>
					{ staff
						? sprintf(
								/* translators: %s: name of a person at Sellsy. */
								__(
									'Connected to Sellsy as %s.',
									'orderinvoicer'
								),
								staff.name
							)
						: __( 'Connected to Sellsy.', 'orderinvoicer' ) }
				</strong>
			</p>
			{ staff?.email && <p>{ staff.email }</p> }
			{ account !== null && <p>{ booksText( account ) }</p> }
		</Message>
	);
}

const booksText = ( account: string ): string =>
	account === ''
		? __(
				'Sellsy did not say which company this account belongs to.',
				'orderinvoicer'
			)
		: sprintf(
				/* translators: %s: name of a Sellsy account, which is that of a company. */
				__(
					'Documents are made in the books of: %s.',
					'orderinvoicer'
				),
				account
			);

function Untested( { isRefused }: { isRefused: boolean } ) {
	return (
		<Message status="warning">
			<p>
				{ isRefused
					? __(
							'Sellsy refused these keys. Enter both again as Sellsy shows them, or create new ones there.',
							'orderinvoicer'
						)
					: __(
							'Keys are stored, but it is not known yet whether Sellsy accepts them. Test the connection.',
							'orderinvoicer'
						) }
			</p>
		</Message>
	);
}
