import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import type { Settings, Shop } from '../../../../generated/schemas';
import { missingTaxes } from '../missing';
import { UnmappedMethods } from './UnmappedMethods';

type MissingProps = {
	settings: Settings;
	shop: Shop;
	/** Where it is put right. */
	hrefOf: ( place: 'taxes' | 'payments' ) => string;
};

/** What will stop orders or payments. */
export function Missing( { settings, shop, hrefOf }: MissingProps ) {
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
							{ __( 'Choose the taxes', 'orderinvoicer' ) }
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
