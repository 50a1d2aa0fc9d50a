import { Button } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { getSameClients, sayClient } from '../../api/actEndpoints';
import { useAction } from '../../api/useAction';
import { useResource } from '../../api/useResource';
import { Failure } from '../../components/Message';
import { ResourceView } from '../../components/ResourceView';
import type { SameClientChoice } from '../../generated/schemas';
import { Sentences } from './Sentences';
import type { PartFormProps } from './types';

/** The customer that was made for an order is a client whom Sellsy had already. */
export function SameClientForm( { orderId, onDone }: PartFormProps ) {
	const load = useCallback(
		( signal: AbortSignal ) => getSameClients( orderId, signal ),
		[ orderId ]
	);
	const view = useResource( load );
	const { state, run } = useAction();
	return (
		<>
			<ResourceView
				view={ view }
				loadingLabel={ __( 'Asking Sellsy…', 'orderinvoicer' ) }
			>
				{ ( { offered, clients, follows, final, total } ) =>
					clients.length === 0 ? (
						<p role="status">
							{ ! offered &&
								__(
									'This shop no longer has a customer of its own for this order: there is nothing to choose.',
									'orderinvoicer'
								) }
							{ offered &&
								__(
									'No other client was found by this e-mail address, as your orders write it and in small letters. One that has other capitals in Sellsy may not be found: change them there, then look again.',
									'orderinvoicer'
								) }
						</p>
					) : (
						<>
							<Sentences says={ [ follows, ...final ] } />
							<ul>
								{ clients.map( ( client ) => (
									<li
										key={ `${ client.type }-${ client.id }` }
									>
										<p>{ factsOf( client ) }</p>
										<Button
											variant="secondary"
											__next40pxDefaultSize
											disabled={
												state.status === 'running'
											}
											accessibleWhenDisabled
											aria-label={ `${ itIs() } – ${ factsOf(
												client
											) }` }
											onClick={ () =>
												run( async () => {
													await sayClient( orderId, {
														type: client.type,
														id: client.id,
														...( total && {
															confirmed: total,
														} ),
													} );
													onDone();
												} )
											}
										>
											{ itIs() }
										</Button>
									</li>
								) ) }
							</ul>
						</>
					)
				}
			</ResourceView>
			{ state.status === 'failed' && <Failure error={ state.error } /> }
		</>
	);
}

const itIs = (): string => __( 'It is the same client', 'orderinvoicer' );

const factsOf = ( client: SameClientChoice ): string =>
	[
		client.name,
		client.type === 'company'
			? __( 'Company', 'orderinvoicer' )
			: __( 'Individual', 'orderinvoicer' ),
		client.email,
		client.reference,
		client.siret,
	]
		.filter( ( fact ) => fact !== '' )
		.join( ' · ' );
