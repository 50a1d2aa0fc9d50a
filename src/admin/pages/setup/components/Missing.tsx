import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { missingTaxes } from '../missing';
import type { Plan } from '../plan';
import { UnmappedMethods } from './UnmappedMethods';

type MissingProps = {
	plan: Plan;
	/** Where it is put right. */
	hrefOf: ( place: 'taxes' | 'payments' ) => string;
};

/** What will stop orders or payments. */
export function Missing( { plan, hrefOf }: MissingProps ) {
	const { settings, shop } = plan;
	const texts = missingTaxes( settings, shop );
	return (
		<>
			{ texts.length > 0 && (
				<Message status="warning">
					{ texts.map( ( text ) => (
						<p key={ text }>{ text }</p>
					) ) }
					<p>
						<a href={ hrefOf( 'taxes' ) }>
							{ __( 'Put right under Taxes', 'orderinvoicer' ) }
						</a>
					</p>
				</Message>
			) }
			{ settings.payments.enabled && (
				<UnmappedMethods
					settings={ settings }
					href={ hrefOf( 'payments' ) }
				/>
			) }
		</>
	);
}
