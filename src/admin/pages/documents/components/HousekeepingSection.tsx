import { __ } from '@wordpress/i18n';
import { CheckField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import type { SettingsForm } from '../../../settings/useSettings';
import { Setting } from '../../../settings/Setting';

export function HousekeepingSection( { form }: { form: SettingsForm } ) {
	return (
		<Section title={ __( 'Housekeeping', 'orderinvoicer' ) }>
			<Setting
				name="delete_data_on_uninstall"
				form={ form }
				label={ __(
					'Delete all data when the plugin is deleted',
					'orderinvoicer'
				) }
			>
				<CheckField
					label={ __(
						'Delete all data when the plugin is deleted',
						'orderinvoicer'
					) }
					help={ __(
						'Keys are always deleted. With this, so are these settings and the record of what was invoiced: a later installation would not know it any more.',
						'orderinvoicer'
					) }
					checked={ form.value.delete_data_on_uninstall }
					onChange={ ( value ) =>
						form.edit( { delete_data_on_uninstall: value } )
					}
				/>
			</Setting>
		</Section>
	);
}
