import { __ } from '@wordpress/i18n';
import { CheckField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import type { SettingsForm } from '../../../settings/useSettings';

/** Below wp-admin, where this page is. */
const LOGS = 'admin.php?page=wc-status&tab=logs&source=orderinvoicer';

export function LogSection( { form }: { form: SettingsForm } ) {
	return (
		<Section title={ __( 'Log file', 'orderinvoicer' ) }>
			<CheckField
				label={ __( 'Write a detailed log', 'orderinvoicer' ) }
				help={ __(
					'Every request to Sellsy with its answer in numbers. Switch it on when people who help you ask for it, and off afterwards. It never holds keys or personal data.',
					'orderinvoicer'
				) }
				checked={ form.value.debug_log }
				onChange={ ( value ) => form.edit( { debug_log: value } ) }
			/>
			<p>
				<a href={ LOGS }>
					{ __(
						'Open the log: WooCommerce › Status › Logs',
						'orderinvoicer'
					) }
				</a>
			</p>
		</Section>
	);
}
