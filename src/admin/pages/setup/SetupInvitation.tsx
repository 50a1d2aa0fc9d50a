import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { View } from '../../../api/useResource';
import { Section } from '../../../components/Section';
import type { Connection } from '../../../schemas/connection';
import type { SettingsForm } from '../../settings/useSettings';
import { hrefOf } from '../../useRoute';
import { needsSetup } from './needsSetup';

type SetupInvitationProps = {
	connection: View< Connection >;
	settings: View< SettingsForm >;
};

/** For any page that a new shop may open first; nothing where the shop is set up, and while that is not known. */
export function SetupInvitation( {
	connection,
	settings,
}: SetupInvitationProps ) {
	return needsSetup( connection, settings ) ? (
		<Section
			title={ __( 'From an order to its invoice', 'orderinvoicer' ) }
			intro={ __(
				'Connect Sellsy, choose which documents your orders become, and see on your last 50 orders what that makes, before anything is created. It takes about ten minutes.',
				'orderinvoicer'
			) }
		>
			<div className="orderinvoicer-actions">
				<Button
					variant="primary"
					__next40pxDefaultSize
					href={ hrefOf( 'setup' ) }
				>
					{ __( 'Set up step by step', 'orderinvoicer' ) }
				</Button>
			</div>
		</Section>
	) : null;
}
