import { __ } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import { CheckSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';

export function HousekeepingSection( { form }: { form: SettingsForm } ) {
	return (
		<Section title={ __( 'Housekeeping', 'orderinvoicer' ) }>
			<CheckSetting
				name="delete_data_on_uninstall"
				form={ form }
				label={ __(
					'Delete all data when the plugin is deleted',
					'orderinvoicer'
				) }
				help={ __(
					'Keys are always deleted. With this, so are these settings and the record of what was invoiced: a later installation would not know it any more.',
					'orderinvoicer'
				) }
			/>
		</Section>
	);
}
